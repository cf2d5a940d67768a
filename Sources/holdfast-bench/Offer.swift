import ArgumentParser

/// Which service of which catalog everybody has.
struct Offer: ParsableArguments {
    @Option(help: "The folder with the catalog's files.")
    var catalog = "catalog"

    @Option(help: "Which of its services to run.")
    var service = "n8n"
}
