import ArgumentParser

/// `holdfast serve`: the API and the reconciler, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the server on this machine.")

    @OptionGroup var settings: Settings

    func run() async throws { try await Server(settings: settings).serve() }
}
