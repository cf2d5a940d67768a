import ArgumentParser
import CatalogFiles
import Domain

/// `holdfast serve`: the API and the reconciler, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the server on this machine.")

    @OptionGroup var settings: Settings

    func run() async throws {
        do {
            try await Server(settings: settings).run()
        } catch let failure as StoreFailure {
            throw Complaint(failure.message)
        } catch let errors as CatalogErrors {
            throw Complaint("\(errors)")
        }
    }
}
