import ArgumentParser

/// What every command takes.
struct ClientOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    @Option(
        name: .shortAndLong,
        help: "“table” for people, “json” for programs. (default: table)")
    var output: Format?

    @Option(
        help: ArgumentHelp(
            """
            The server's address. (default: $HOLDFAST_SERVER, else the profile's, else the last \
            login's)
            """, valueName: "url"))
    var server: String?

    @Option(
        help: ArgumentHelp(
            "A profile of the configuration file. (default: $HOLDFAST_PROFILE, else the file's)",
            valueName: "name"), completion: .profiles)
    var profile: String?

    @Option(help: "Whether to write in colours. (default: auto, where a terminal shows it)")
    var color: ColorChoice?
}
