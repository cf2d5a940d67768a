import ArgumentParser
import DockerAPI
import Doctor
import Foundation

/// `holdfast up`: the server for a person at a terminal, who need not say anything.
struct UpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "up", abstract: "Run the server here and now, and open its address.",
        discussion: """
            Like “serve”, but keeps everything in your own $XDG_DATA_HOME/holdfast (else \
            ~/.local/share/holdfast), takes the catalog beside this program, else \
            /etc/holdfast/catalog, else ./catalog, and the engine that answers: what DOCKER_HOST \
            says, else the one it took the last time, else Docker, else Podman.
            """)

    @OptionGroup var settings: Settings

    @Flag(name: .customLong("no-open"), help: "Only print the address; open no browser.")
    var staysClosed = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        var settings = settings
        settings.usualData = Places.data(environment: environment)
        if settings.givenCatalog == nil { settings.usualCatalog = try Places.catalog() }
        settings.notices.usualTemplates = Places.templates()
        let memory = EngineMemory(folder: settings.data)
        let search = EngineSearch(environment: environment)
        let host = try await engine(search, memory)
        say("Engine: \(host)\nData: \(settings.data)\nCatalog: \(settings.catalog)")
        let browser = Browser(environment: environment)
        let opens = !staysClosed && browser.isSeen
        try await Server(
            settings: settings, engine: try search.endpoint(of: host),
            onListening: { address in
                memory.keep(host)
                if opens { browser.open(address) }
            }
        ).serve()
    }

    /// Services' data is on the engine that has had them: another that happens to answer first
    /// would have none of it.
    private func engine(_ search: EngineSearch, _ memory: EngineMemory) async throws -> String {
        if let named = search.named { return named }
        let known = memory.host.map { [$0] }
        if let host = await search.first(of: known ?? search.usual) { return host }
        if let host = memory.host {
            throw Complaint(
                "\(host) does not answer, which was the engine the last time and has the "
                    + "services' data. Start it, or name another one in DOCKER_HOST.")
        }
        throw Complaint(
            "No engine answers at \(search.usual.joined(separator: ", ")). Start one (systemctl "
                + "start docker, or systemctl --user start podman.socket), or name one in "
                + "DOCKER_HOST. holdfast doctor tells more.")
    }

    private func say(_ text: String) {
        FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    }
}
