import ArgumentParser
import CLI
import Credentials
import Doctor
import Domain
import EngineDocker
import Foundation
import Logging
import Wire

/// `holdfast doctor`
struct DoctorCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at this machine and at the engine or cluster, and say what to do.",
        discussion: """
            Looks at what “serve” would use, with or without a server that runs, and changes \
            nothing. Give it the settings of the server, by options or HOLDFAST_… variables. Ends \
            with 0 when there is no problem, else with the status of the first (sysexits.h): 65 \
            data, 69 somebody does not answer, 71 the machine, 74 the disk, 77 rights, 78 settings.
            """)

    @OptionGroup var settings: Settings

    @Option(name: .shortAndLong, help: "“table” for people, “json” for programs.")
    var output = Format.table

    @Option(help: "Whether to write in colours. (default: auto, where a terminal shows it)")
    var color: ColorChoice?

    func run() async throws {
        var settings = settings
        let environment = ProcessInfo.processInfo.environment
        settings.usualData = Places.usedData(environment: environment)
        if settings.data == Places.data(environment: environment),
            let found = try? Places.catalog()
        {
            settings.usualCatalog = found
            settings.notices.usualTemplates = Places.templates()
        }
        let examination = Examination(
            program: Version.current, data: settings.data,
            volumes: settings.volumeBacking == .none ? nil : settings.volumes,
            catalog: settings.catalog,
            ports: settings.servicePorts.ports, publish: settings.publish,
            publicHost: settings.publicHost, server: try server(),
            knownEngine: EngineMemory(folder: settings.data).host, environment: environment,
            notices: settings.notices.examined, cluster: cluster(settings, environment),
            clock: SystemClock())
        let facts = await examination.facts { await abilities(of: $0, environment) }
        let report = Report(facts.findings)
        Console.write(
            output == .json
                ? try report.json : DiagnosisText.text(report.findings, Console.paint(color)))
        if report.status != 0 { throw ExitCode(report.status) }
    }

    private func server() throws -> String {
        do {
            return try Console.server()
        } catch let error as Console.WrongSettings {
            throw Complaint(error.description)
        }
    }

    private func abilities(
        of host: String, _ environment: [String: String]
    ) async -> EngineAbilities? {
        guard let endpoint = try? EngineSearch(environment: environment).endpoint(of: host),
            let engine = try? DockerEngine(
                DockerEngineSettings(
                    endpoint: endpoint, install: "doctor", publishAddress: settings.publish),
                backing: settings.volumeBacking.backing(in: settings.volumes),
                clock: SystemClock(), randomness: SystemRandomness(),
                logger: Logger(label: "holdfast"))
        else { return nil }
        let abilities = try? await engine.abilities()
        await engine.close()
        return abilities
    }
}
