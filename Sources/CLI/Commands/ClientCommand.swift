import ArgumentParser

/// A command that speaks to a server. Whatever goes wrong is told in one way, and ends in one
/// of the documented statuses.
protocol ClientCommand: AsyncParsableCommand {
    var options: ClientOptions { get }

    func perform(at desk: Desk) async throws
}

extension ClientCommand {
    func run() async throws {
        let surroundings = Surroundings.current
        // Where the settings themselves are wrong, the options alone say how to tell it.
        var format = options.output ?? .table
        var color =
            options.color ?? ColorChoice(environment: surroundings.environment) ?? .auto
        do {
            let desk = try Desk(options, surroundings)
            (format, color) = (desk.format, desk.preferences.color)
            try await perform(at: desk)
        } catch let failure as Failure {
            surroundings.tell(failure, as: format, color)
            throw ExitCode(failure.status.rawValue)
        }
    }
}
