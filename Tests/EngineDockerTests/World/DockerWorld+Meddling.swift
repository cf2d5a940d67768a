import Conformance
import DockerAPI
import Domain
import EngineDocker
import RealWorld
import TestSupport

extension DockerWorld {
    func kill(_ workload: WorkloadID) async throws {
        try await client.killContainer(workload.rawValue)
    }

    func rename(_ workload: WorkloadID) async throws {
        try await client.renameContainer(workload.rawValue, to: "renamed-\(install)")
    }

    func loosenLimits(of workload: WorkloadID, made asked: Workload) async throws {
        let memory = 2 * asked.spec.limits.memory.count
        do {
            try await client.updateContainer(
                workload.rawValue, UpdateBody(memory: memory, memorySwap: memory))
        } catch {
            // Podman 4 has no such request: whoever wants other limits makes it again.
            guard error.status == 404 else { throw error }
            let settings = DockerEngineSettings(install: install)
            var body = ContainerBody(asked, settings, usesInit: false)
            body.host.memory = memory
            body.host.memorySwap = memory
            try await removeWorkload(workload)
            let name = "hf-\(install)-\(asked.name)"
            try await client.startContainer(client.createContainer(name, body))
        }
    }

    func removeWorkload(_ workload: WorkloadID) async throws {
        try? await client.killContainer(workload.rawValue)
        try await client.removeContainer(workload.rawValue)
    }

    func removeClaim(_ claim: ClaimName) async throws {
        try await client.removeVolume(under: .forTest(claim, uid: ClaimUID("any")))
    }

    func plantClaim(_ claim: ClaimName) async throws {
        _ = try await client.createVolume(VolumeBody(name: claim.rawValue))
    }

    func plantWorkload(on claim: ClaimName) async throws -> String {
        let name = "stranger-\(install)"
        let id = try await stranger(name, on: claim, ["/bin/busybox", "sleep", "600"])
        try await client.startContainer(id)
        return name
    }

    func write(_ text: String, to file: String, in claim: ClaimName) async throws {
        _ = try await run(
            ["/bin/busybox", "sh", "-c", "printf %s '\(text)' >'/claim/\(file)'"], on: claim)
    }

    func read(_ file: String, in claim: ClaimName) async throws -> String? {
        // In one piece: Podman loses the beginning of a line that is printed in several.
        let (code, output) = try await run(
            ["/bin/busybox", "sh", "-c", "text=$(cat '/claim/\(file)') && echo \"$text\""],
            on: claim)
        return code == 0 ? output.joined(separator: "\n") : nil
    }

    /// Runs a command with the claim at `/claim`, and answers how it ended and what it printed.
    @discardableResult
    func run(
        _ command: [String], on claim: ClaimName? = nil, network: String? = nil
    ) async throws -> (code: Int, output: [String]) {
        let name = "once-\(install)-\(Base32.word(8, from: RealRandomness()))"
        let id = try await stranger(name, on: claim, command, network: network)
        try await client.startContainer(id)
        let code = try await client.waitForContainer(id)
        let lines = try await client.logs(of: id, tail: 100, follow: false)
        var output: [String] = []
        while let line = try await lines.next() { output.append(line.text) }
        try await client.removeContainer(id)
        return (code, output)
    }

    private func stranger(
        _ name: String, on claim: ClaimName?, _ command: [String], network: String? = nil
    ) async throws -> String {
        try await client.createContainer(
            name,
            ContainerBody(
                image: BusyboxImage.name, command: command,
                labels: [Self.strangerLabel: install],
                host: HostConfig(
                    networkMode: network,
                    mounts: claim.map {
                        [MountBody(volume: $0.rawValue, target: "/claim", noCopy: true)]
                    })))
    }
}
