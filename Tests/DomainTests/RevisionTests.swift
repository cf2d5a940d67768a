import Domain
import Foundation
import TestSupport
import Testing

/// Containers carry their revision for years: one that comes out otherwise makes all of them
/// anew.
@Suite struct RevisionTests {
    private struct Parts: Encodable {
        var spec: WorkloadSpec
        var hostPort: Int
        var generation: Int
        var mounts: [Workload.Mount]
    }

    @Test(arguments: [1, 2, 3])
    func isTheFingerprintOfItsSortedJSON(_ generation: Int) throws {
        for image in ["example/notes:1", "example/ümlaut\"/\\notes:2"] {
            var workload = Self.workload(generation: generation)
            workload.spec.image = image
            if generation == 2 { workload.mounts[0].owner = nil }
            if generation == 3 {
                workload.mounts.append(
                    Workload.Mount(claim: ClaimName("other"), path: "/“a” \"b\\", owner: nil))
            }
            let parts = Parts(
                spec: workload.spec, hostPort: workload.hostPort,
                generation: workload.generation, mounts: workload.mounts)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let fingerprint = try encoder.encode(parts).reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01b3
            }
            #expect(workload.revision == String(fingerprint, radix: 16))
            #expect(workload.revision == String(fingerprint, radix: 16), "the second time")
        }
    }

    @Test func changesWithEachPart() {
        let first = Self.workload(generation: 1)
        var changed = [first, first, first, first]
        changed[0].spec.limits.processes += 1
        changed[1].hostPort += 1
        changed[2].mounts = []
        changed[3].generation += 1
        #expect(Set((changed + [first]).map(\.revision)).count == 5)
    }

    private static func workload(generation: Int) -> Workload {
        Workload(
            instanceID: InstanceID("instance-1"), customerID: UserID("user-1"), name: "notes-1",
            spec: WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant), environment: [:],
            hostPort: 20_001, generation: generation,
            mounts: [
                Workload.Mount(
                    claim: ClaimName("hf-x-notes-1-data-g1"), path: "/data",
                    owner: FileOwner(user: 1000, group: 1000))
            ])
    }
}
