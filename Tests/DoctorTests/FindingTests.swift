import DockerAPI
import Domain
import Testing

@testable import Doctor

/// What facts mean, case by case.
@Suite("What is found") struct FindingTests {
    private func expect(
        _ findings: [Diagnosis], _ expected: Expected,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            findings.contains(where: expected.isMet), "\(findings)",
            sourceLocation: sourceLocation)
        let worst = findings.filter { $0.verdict == .problem }
        #expect(
            worst.isEmpty == (expected.verdict != .problem), "\(findings)",
            sourceLocation: sourceLocation)
    }

    private static func engine(
        _ version: String? = "20.10.24+dfsg1", podman: Bool = false,
        _ report: EngineReport = EngineReport(
            driver: "overlay2", root: "/var/lib/docker", keepsContainersLive: true,
            limitsMemory: true, limitsCPU: true, limitsProcesses: true),
        sizes: EngineAbilities.Sizes? = nil, others: [String] = []
    ) -> EngineFacts {
        var facts = EngineFacts(host: "unix:///run/docker.sock")
        let part = EngineVersion.Component(name: podman ? "Podman Engine" : "Engine")
        facts.version = version.map {
            EngineVersion(version: $0, apiVersion: "1.41", components: [part])
        }
        facts.silence = version == nil ? "Nobody listens." : nil
        facts.report = report
        facts.sizes = sizes
        facts.others = others
        return facts
    }

    @Test(
        "of an engine",
        arguments: [
            (engine(), .ok("Docker 20.10.24+dfsg1, API 1.41")),
            (engine(), .ok("overlay2 in /var/lib/docker")), (engine(), .ok("go on while")),
            (engine(), .ok("It can limit")),
            (engine("4.3.1", podman: true), .ok("Podman 4.3.1, API 1.41")),
            (engine("27.0.1-rc.1"), .ok("Docker 27.0.1-rc.1")),
            (engine("20.09.1"), .problem(.configuration, "Docker 20.10 or newer")),
            (engine("19.03.15"), .problem(.configuration, "too old")),
            (engine("4.2.9", podman: true), .problem(.configuration, "Podman 4.3 or newer")),
            (engine("dev"), .note("cannot be read")),
            (engine(nil), .problem(.unavailable, "Nobody listens. Start it")),
            (
                engine(nil, others: ["unix:///run/podman/podman.sock"]),
                .problem(.unavailable, "set DOCKER_HOST=unix:///run/podman/podman.sock")
            ),
            (engine("24.0", EngineReport(driver: "vfs")), .note("Use overlay2")),
            (engine("24.0", EngineReport(keepsContainersLive: false)), .note("live-restore")),
            (
                engine("24.0", EngineReport(securityOptions: ["name=seccomp", "name=rootless"])),
                .note("without root")
            ),
            (
                engine("24.0", EngineReport(limitsMemory: false, limitsProcesses: false)),
                .note("cannot limit memory, the number of processes.")
            ),
            (engine(sizes: .advisory), .note("advisory")),
            (engine(sizes: .enforced(by: "btrfs")), .ok("enforced, by btrfs")),
        ] as [(EngineFacts, Expected)])
    func ofEngines(_ facts: EngineFacts, _ expected: Expected) { expect(facts.findings, expected) }

    @Test("of an engine without a daemon say nothing of one") func podman() {
        let facts = Self.engine("4.3.1", podman: true, EngineReport(keepsContainersLive: false))
        #expect(!facts.findings.contains { $0.what.contains("daemon") })
    }

    private static func data(
        _ place: DataFacts.Place = .folder(
            othersMayRead: false, isOurs: true, isWritable: true),
        _ holder: DataFacts.Holder = .nobody, _ database: DataFacts.Database = .none
    ) -> DataFacts {
        DataFacts(path: "/d", place: place, holder: holder, database: database, knownSchema: 5)
    }

    private static func database(_ database: DataFacts.Database) -> DataFacts {
        var facts = data()
        facts.database = database
        return facts
    }

    @Test(
        "of a data directory",
        arguments: [
            (data(), .ok("closed to others")), (data(), .ok("No server runs")),
            (data(), .ok("no database yet")),
            (data(.missing(canBeMade: true)), .ok("first start makes it")),
            (data(.missing(canBeMade: false)), .problem(.permission, "install -d")),
            (data(.notFolder), .problem(.configuration, "no folder")),
            (
                data(.folder(othersMayRead: true, isOurs: true, isWritable: true)),
                .note("chmod 700 /d")
            ),
            (
                data(.folder(othersMayRead: false, isOurs: false, isWritable: true)),
                .ok("another user")
            ),
            (
                data(.folder(othersMayRead: false, isOurs: false, isWritable: false)),
                .problem(.permission, "cannot be written")
            ),
            (
                data(
                    .folder(othersMayRead: false, isOurs: true, isWritable: true),
                    .process("process 7")),
                .ok("process 7")
            ),
            (
                data(.folder(othersMayRead: false, isOurs: true, isWritable: true), .unknown),
                .note("lock")
            ),
            (database(.lost("/d/holdfast.kept")), .problem(.data, "from a copy")),
            (database(.unreadable(why: "No.")), .problem(.permission, "No.")),
            (database(.read(schema: 5, damage: [])), .ok("schema 5")),
            (database(.read(schema: 5, damage: [])), .ok("whole")),
            (database(.read(schema: 4, damage: [])), .note("brings it to 5")),
            (database(.read(schema: 6, damage: [])), .problem(.configuration, "up to 5")),
            (database(.read(schema: 5, damage: ["row 3"])), .problem(.data, "row 3")),
        ] as [(DataFacts, Expected)])
    func ofData(_ facts: DataFacts, _ expected: Expected) { expect(facts.findings, expected) }

    private static func disk(
        _ freeMB: Int64, of totalMB: Int64, files: Int64 = 50, of totalFiles: Int64 = 100
    ) -> DiskFacts {
        DiskFacts(
            what: "the data directory", path: "/d", free: freeMB << 20, total: totalMB << 20,
            freeFiles: files, totalFiles: totalFiles)
    }

    @Test(
        "of a disk",
        arguments: [
            (disk(50_000, of: 100_000), .ok("50000 of 100000 MiB")),
            (disk(63, of: 100_000), .problem(.disk, "is full")),
            (disk(64, of: 100_000), .note("nearly full")),
            (disk(1023, of: 2000), .note("nearly full")),
            (disk(1024, of: 2000), .ok("has room")),
            (disk(4_999, of: 100_000), .note("nearly full")),
            (disk(50_000, of: 100_000, files: 4), .note("4 inodes")),
            (disk(50_000, of: 100_000, files: 0), .problem(.disk, "0 inodes left")),
            (disk(50_000, of: 100_000, files: 0, of: 0), .ok("has room")),
        ] as [(DiskFacts, Expected)])
    func ofDisks(_ facts: DiskFacts, _ expected: Expected) { expect(facts.findings, expected) }

    private static let now = Instant(milliseconds: 1_800_000_000_000)

    @Test(
        "of a clock",
        arguments: [
            (ClockFacts(now: now, engineLead: .seconds(-2), newest: now), .ok("stands at")),
            (ClockFacts(now: now, engineLead: .seconds(3)), .note("3 s ahead")),
            (ClockFacts(now: now, engineLead: .seconds(-61)), .problem(.system, "61 s behind")),
            (ClockFacts(now: now, newest: now + .seconds(5)), .ok("stands at")),
            (ClockFacts(now: now, newest: now + .seconds(6)), .problem(.system, "set back")),
            (ClockFacts(now: Instant(milliseconds: 0)), .problem(.system, "1970-01-01")),
        ] as [(ClockFacts, Expected)])
    func ofClocks(_ facts: ClockFacts, _ expected: Expected) { expect(facts.findings, expected) }

    @Test(
        "of ports",
        arguments: [
            (PortFacts(range: 100...199, taken: [100]), .ok("99 of the 100 ports 100-199")),
            (PortFacts(range: 100...110, taken: [100, 101]), .note("9 of the ports")),
            (PortFacts(range: 100...101, taken: [100, 101]), .problem(.configuration, "No port")),
            (PortFacts(range: 100...199, fleeting: 199...300), .note("own connections")),
            (PortFacts(range: 100...199, fleeting: 200...300), .ok("100 of")),
        ] as [(PortFacts, Expected)])
    func ofPorts(_ facts: PortFacts, _ expected: Expected) { expect(facts.findings, expected) }

    @Test(
        "of addresses",
        arguments: [
            ("127.0.0.1", "localhost", true, .ok("found at localhost")),
            ("0.0.0.0", "paas.example", true, .ok("found at paas.example")),
            ("127.0.0.1", "paas.example", true, .note("HOLDFAST_PUBLISH=0.0.0.0")),
            ("0.0.0.0", "localhost", true, .note("HOLDFAST_PUBLIC_HOST")),
            ("127.0.0.1", "h", false, .problem(.configuration, "cannot reach")),
            ("10.0.0.2", "h", false, .ok("found at h")),
        ] as [(String, String, Bool, Expected)])
    func ofAddresses(
        _ publish: String, _ host: String, _ isLocal: Bool, _ expected: Expected
    ) {
        let facts = AddressFacts(publish: publish, publicHost: host, isEngineLocal: isLocal)
        expect(facts.findings, expected)
    }

    @Test(
        "of a server, files and a catalog",
        arguments: [
            (server(.silence), .ok("No server answers")), (server(.stranger), .note("no Holdfast")),
            (server(.holdfast(version: "1")), .ok("Holdfast 1 answers")),
            (server(.holdfast(version: "2")), .note("this is 1")),
            (server(.holdfast(version: nil)), .note("unknown version")),
            (LimitFacts(openFiles: 8192).findings, .ok("8192")),
            (LimitFacts(openFiles: 8191).findings, .note("LimitNOFILE")),
            (LimitFacts(openFiles: 1023).findings, .problem(.system, "too few")),
            (CatalogFacts(folder: "/c", services: 4).findings, .ok("4 services")),
            (
                CatalogFacts(folder: "/c", mistakes: ["a.yaml:1:2: x"]).findings,
                .problem(.configuration, "a.yaml:1:2: x")
            ),
        ] as [([Diagnosis], Expected)])
    func ofOthers(_ findings: [Diagnosis], _ expected: Expected) { expect(findings, expected) }

    private static func server(_ answer: ServerFacts.Answer) -> [Diagnosis] {
        ServerFacts(program: "1", address: "http://h", answer: answer).findings
    }

    @Test("end with the status of the first problem") func status() throws {
        let fine = LimitFacts(openFiles: 65536).findings
        #expect(Report(fine).status == 0)
        let bad = fine + Self.disk(1, of: 2).findings + LimitFacts(openFiles: 1).findings
        #expect(Report(bad).status == 74)
        let json = try Report(bad).json
        #expect(json.contains("\"status\" : 74"))
        #expect(json.contains("\"verdict\" : \"problem\""))
    }
}
