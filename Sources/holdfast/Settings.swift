import ArgumentParser
import Foundation

/// Every knob of the server. Each can be given as an option, or in the environment as
/// `HOLDFAST_` and its name.
struct Settings: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Where everything is kept. [HOLDFAST_DATA] (default of serve: \(Places.systemData))",
            valueName: "folder"), completion: .directory)
    private var dataOption: String?

    @Option(
        name: .customLong("catalog"),
        help: ArgumentHelp(
            """
            The folder with the catalog's files. [HOLDFAST_CATALOG] (default of serve: \
            \(Places.systemCatalog))
            """, valueName: "folder"), completion: .directory)
    private var catalogOption: String?

    /// Where a command that is friendlier than `serve` keeps things, unless somebody says
    /// otherwise.
    var usualData = Places.systemData
    var usualCatalog = Places.systemCatalog

    var givenData: String? { dataOption ?? Variable("DATA").given }
    var givenCatalog: String? { catalogOption ?? Variable("CATALOG").given }
    var data: String { givenData ?? usualData }
    var catalog: String { givenCatalog ?? usualCatalog }

    @Option(
        help: "How often the catalog's folder is looked at for changes. [HOLDFAST_CATALOG_INTERVAL]"
    )
    var catalogInterval = Variable("CATALOG_INTERVAL").value(else: Span(.seconds(5)))

    @Option(
        help: """
            What keeps volumes from growing beyond their sizes: none, btrfs (subvolumes with \
            quotas) or xfs (file systems in files). Needs root, and the engine on this machine. \
            [HOLDFAST_VOLUME_BACKING]
            """)
    var volumeBacking = Variable("VOLUME_BACKING").value(else: BackingKind.none)

    @Option(help: "The folder for such volumes. [HOLDFAST_VOLUMES]")
    var volumes = Variable("VOLUMES").value(else: "/var/lib/holdfast/volumes")

    @Option(help: "The address and port of the API. [HOLDFAST_LISTEN]")
    var listen = Variable("LISTEN").value(else: ListenAddress.standard)

    @Option(help: "The name under which people reach the services. [HOLDFAST_PUBLIC_HOST]")
    var publicHost = Variable("PUBLIC_HOST").value(else: "localhost")

    @Option(help: "The address on which the services' ports are opened. [HOLDFAST_PUBLISH]")
    var publish = Variable("PUBLISH").value(else: "127.0.0.1")

    @Option(help: "The ports that services may be given. [HOLDFAST_SERVICE_PORTS]")
    var servicePorts = Variable("SERVICE_PORTS").value(else: PortRange.standard)

    @Option(help: "How long a reset can be undone: 72h, 3d, 30m. [HOLDFAST_UNDO_WINDOW]")
    var undoWindow = Variable("UNDO_WINDOW").value(else: Span(.seconds(72 * 3600)))

    @Option(help: "How often every service is looked at. [HOLDFAST_LOOK_INTERVAL]")
    var lookInterval = Variable("LOOK_INTERVAL").value(else: Span(.seconds(30)))

    @Option(
        help: "How often it is measured how much the volumes hold. [HOLDFAST_MEASURE_INTERVAL]")
    var measureInterval = Variable("MEASURE_INTERVAL").value(else: Span(.seconds(300)))

    @Option(
        help: "After how long an operation that is not done has failed. [HOLDFAST_DEADLINE]")
    var deadline = Variable("DEADLINE").value(else: Span(.seconds(900)))

    @Option(help: "From which level on to log. [HOLDFAST_LOG_LEVEL]")
    var logLevel = Variable("LOG_LEVEL").value(else: LogLevel.notice)

    @Flag(
        help: """
            For trying things out: also makes a customer, demo@localhost, whose password is \
            written to demo-password in the data directory.
            """)
    var demoCustomer = false

    /// A variable that cannot be read must not quietly become a default.
    func validate() throws {
        try Variable("LISTEN").check(ListenAddress.self, "127.0.0.1:8080")
        try Variable("SERVICE_PORTS").check(PortRange.self, "20000-29999")
        for name in [
            "CATALOG_INTERVAL", "UNDO_WINDOW", "LOOK_INTERVAL", "MEASURE_INTERVAL", "DEADLINE",
        ] {
            try Variable(name).check(Span.self, "72h, 30s")
        }
        try Variable("VOLUME_BACKING").check(BackingKind.self, "none, btrfs, xfs")
        try Variable("LOG_LEVEL").check(LogLevel.self, "notice")
    }
}
