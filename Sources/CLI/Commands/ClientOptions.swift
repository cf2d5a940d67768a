import ArgumentParser

/// What every command takes.
struct ClientOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    @Option(name: .shortAndLong, help: "“table” for people, “json” for programs.")
    var output: Format = .table

    @Option(
        help: ArgumentHelp(
            "The server's address. (default: $HOLDFAST_SERVER, else the last login's)",
            valueName: "url"))
    var server: String?
}
