import ArgumentParser
import Domain
import Foundation

/// Every knob of the server. Each can be given as an option, or in the environment as
/// `HOLDFAST_` and its name.
struct Settings: ParsableArguments {
    @Option(help: "Where everything is kept. [HOLDFAST_DATA]")
    var data = environment("DATA") ?? "/var/lib/holdfast"

    @Option(help: "The folder with the catalog's files. [HOLDFAST_CATALOG]")
    var catalog = environment("CATALOG") ?? "/etc/holdfast/catalog"

    @Option(help: "The address and port of the API. [HOLDFAST_LISTEN]")
    var listen = ListenAddress(argument: environment("LISTEN") ?? "") ?? .standard

    @Option(help: "The name under which people reach the services. [HOLDFAST_PUBLIC_HOST]")
    var publicHost = environment("PUBLIC_HOST") ?? "localhost"

    @Option(help: "The address on which the services' ports are opened. [HOLDFAST_PUBLISH]")
    var publish = environment("PUBLISH") ?? "127.0.0.1"

    @Option(help: "The ports that services may be given. [HOLDFAST_SERVICE_PORTS]")
    var servicePorts = PortRange(argument: environment("SERVICE_PORTS") ?? "") ?? .standard

    @Option(help: "How long a reset can be undone: 72h, 3d, 30m. [HOLDFAST_UNDO_WINDOW]")
    var undoWindow = Span(argument: environment("UNDO_WINDOW") ?? "") ?? Span(.seconds(259_200))

    @Option(help: "How often every service is looked at. [HOLDFAST_LOOK_INTERVAL]")
    var lookInterval = Span(argument: environment("LOOK_INTERVAL") ?? "") ?? Span(.seconds(30))

    @Option(
        help: "After how long an operation that is not done has failed. [HOLDFAST_DEADLINE]")
    var deadline = Span(argument: environment("DEADLINE") ?? "") ?? Span(.seconds(900))

    @Option(help: "From which level on to log. [HOLDFAST_LOG_LEVEL]")
    var logLevel = LogLevel(rawValue: environment("LOG_LEVEL") ?? "") ?? .notice

    @Flag(
        help: """
            For trying things out: also makes a customer, demo@localhost, whose password is \
            written to demo-password in the data directory.
            """)
    var demoCustomer = false

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment["HOLDFAST_\(name)"]
    }
}
