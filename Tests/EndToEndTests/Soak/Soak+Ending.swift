import Foundation
import Testing
import Wire

extension Soak {
    /// Stops a service for good.
    func rest(_ service: Service) async throws {
        try await carryOut(.stop, on: service, as: "end-of-\(service.name)")
    }

    /// All that Holdfast has written down.
    func records() async throws -> Evidence {
        let audit: [AuditReply] = try await house.all(
            "admin/audit", by: house.admin(), cursor: "before")
        return Evidence(
            audit: audit.reversed(),
            operations: try await house.all("operations", by: house.visitor))
    }

    /// What is in the files, now that nobody uses them.
    func read(into evidence: inout Evidence) async throws {
        let reader = VolumeReader(daemon: daemon)
        for volume in try await house.install.docker.listVolumes().map(\.name) {
            let found = try reader.examine(volume)
            evidence.contents[volume] = found.rows
            evidence.integrity[volume] = found.integrity
        }
        let own = try VolumeReader.open("\(house.install.data)/holdfast.db", isReadOnly: false)
        evidence.integrity["holdfast.db"] = try VolumeReader.integrity(of: own)
    }

    /// Takes the whole installation from the engine; nothing may stay.
    func leave() async throws {
        let claim = try #require(chronicle.history.tenures.first)
        let docker = house.install.docker
        try await house.install.remove(Install.name(in: claim.claim, of: claim.service))
        let rest = try await docker.listContainers().map(\.id) + docker.listVolumes().map(\.name)
        try #require(rest == [], "Left behind: \(rest)")
        try #require(VolumeWatch(daemon: daemon).users().isEmpty)
    }

    /// Without waiting for the end of the tests: a soak is long.
    func tell(_ line: String) {
        FileHandle.standardError.write(Data("soak: \(line)\n".utf8))
    }
}
