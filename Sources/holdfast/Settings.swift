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

    @Option(help: "Where services run: docker (or Podman) or kubernetes. [HOLDFAST_ENGINE]")
    var engine = Variable("ENGINE").value(else: EngineKind.docker)

    @OptionGroup var cluster: ClusterSettings

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

    @OptionGroup var door: DoorSettings

    @Option(help: "The name under which people reach the services. [HOLDFAST_PUBLIC_HOST]")
    var publicHost = Variable("PUBLIC_HOST").value(else: "localhost")

    @Option(help: "The address on which the services' ports are opened. [HOLDFAST_PUBLISH]")
    var publish = Variable("PUBLISH").value(else: "127.0.0.1")

    @Option(
        name: .customLong("service-ports"),
        help: ArgumentHelp(
            """
            The ports that services may be given. [HOLDFAST_SERVICE_PORTS] (default: 20000-29999; \
            with Kubernetes 30000-32767; with --kube-domain 30000-65535)
            """, valueName: "range"))
    private var servicePortsOption: PortRange?

    var servicePorts: PortRange {
        servicePortsOption ?? Variable("SERVICE_PORTS").value()
            ?? (engine == .docker ? .standard : cluster.domain == nil ? .nodePorts : .names)
    }

    @Option(help: "How long a reset can be undone: 72h, 3d, 30m. [HOLDFAST_UNDO_WINDOW]")
    var undoWindow = Variable("UNDO_WINDOW").value(else: Span(.seconds(72 * 3600)))

    @Option(
        help: """
            How long something that belongs to nobody must have been seen before it may be \
            removed. [HOLDFAST_ORPHAN_SPAN]
            """)
    var orphanSpan = Variable("ORPHAN_SPAN").value(else: Span(.seconds(24 * 3600)))

    @Option(
        name: .customLong("look-interval"),
        help: """
            How often every service is looked at. [HOLDFAST_LOOK_INTERVAL] (default: 30s; with \
            Kubernetes, which tells of each change by itself, 5m)
            """)
    private var lookIntervalOption: Span?

    var lookInterval: Span {
        lookIntervalOption ?? Variable("LOOK_INTERVAL").value()
            ?? Span(.seconds(engine == .docker ? 30 : 300))
    }

    @Option(
        help: "How often it is measured how much the volumes hold. [HOLDFAST_MEASURE_INTERVAL]")
    var measureInterval = Variable("MEASURE_INTERVAL").value(else: Span(.seconds(300)))

    @Option(
        name: .customLong("period"),
        help: """
            For how long a new subscription is paid for, where nobody says otherwise: 30d. Without \
            it, a subscription goes on until it is cancelled. [HOLDFAST_PERIOD]
            """)
    private var periodOption: Span?

    var period: Duration? { (periodOption ?? Variable("PERIOD").value())?.duration }

    @Option(
        name: .customLong("purge-window"),
        help: """
            How long data can still be had back when its grace is over: 1d. Without it, it is \
            destroyed at once then. [HOLDFAST_PURGE_WINDOW]
            """)
    private var purgeWindowOption: Span?

    var purgeWindow: Duration? { (purgeWindowOption ?? Variable("PURGE_WINDOW").value())?.duration }

    @Option(
        help: """
            How often it is looked whether a subscription expires, or its owner is to be warned. \
            [HOLDFAST_SWEEP_INTERVAL]
            """)
    var sweepInterval = Variable("SWEEP_INTERVAL").value(else: Span(.seconds(60)))

    @Option(
        help: """
            The longest pause between two such looks that counts as time: a clock that leaps makes \
            nothing due. [HOLDFAST_CLOCK_TOLERANCE]
            """)
    var clockTolerance = Variable("CLOCK_TOLERANCE").value(else: Span(.seconds(3600)))

    @Option(
        name: .customLong("clock-shift"),
        help: ArgumentHelp(
            """
            For trying things out: the clock is ahead by what this file says, such as 61d. \
            [HOLDFAST_CLOCK_SHIFT]
            """, valueName: "file"), completion: .file())
    private var clockShiftOption: String?

    var clockShift: String? { clockShiftOption ?? Variable("CLOCK_SHIFT").given }

    @Option(
        name: .customLong("alert-mail"),
        help: """
            Who is told what waits for an admin; else the first of them. [HOLDFAST_ALERT_MAIL]
            """)
    private var alertMailOption: String?

    var alertMail: String? { alertMailOption ?? Variable("ALERT_MAIL").given }

    @Option(
        name: .customLong("payment-secret-file"),
        help: ArgumentHelp(
            """
            The secret by which a payment system signs what it tells at \
            /api/v1/webhooks/payments. [HOLDFAST_PAYMENT_SECRET_FILE]
            """, valueName: "file"), completion: .file())
    private var paymentSecretFileOption: String?

    var paymentSecretFile: String? {
        paymentSecretFileOption ?? Variable("PAYMENT_SECRET_FILE").given
    }

    @Option(
        help: "How many volumes may be destroyed in an hour. [HOLDFAST_DESTRUCTIONS_PER_HOUR]")
    var destructionsPerHour = Variable("DESTRUCTIONS_PER_HOUR").value(else: 50)

    @Option(
        help: "After how long an operation that is not done has failed. [HOLDFAST_DEADLINE]")
    var deadline = Variable("DEADLINE").value(else: Span(.seconds(900)))

    @OptionGroup(title: "Notices") var notices: NoticeSettings

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
            "PERIOD", "PURGE_WINDOW", "SWEEP_INTERVAL", "CLOCK_TOLERANCE", "ORPHAN_SPAN",
        ] {
            try Variable(name).check(Span.self, "72h, 30s")
        }
        try Variable("DESTRUCTIONS_PER_HOUR").check(Int.self, "50")
        try Variable("VOLUME_BACKING").check(BackingKind.self, "none, btrfs, xfs")
        try Variable("LOG_LEVEL").check(LogLevel.self, "notice")
    }
}
