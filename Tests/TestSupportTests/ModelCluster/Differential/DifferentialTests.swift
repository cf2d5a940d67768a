import RealWorld
import TestSupport
import Testing
import Wire

/// The model against a real kube-apiserver: the same requests, the same answers.
@Suite(.needsControlPlane, .serialized) struct DifferentialTests {
    /// Seeds that have found something.
    @Test(arguments: [3, 4, 9, 18, 23] as [UInt64])
    func answersAreTheSame(_ seed: UInt64) async throws {
        var twins = Twins(try await ControlPlaneProcess.shared())
        for kind in RandomActs.kinds { try await twins.beginWatching(kind) }
        let acts = RandomActs(seed: seed)
        try await prepare(&twins, acts.namespaces)
        for number in 0..<300 {
            let act = acts.next()
            let differences = try await twins.ask(act)
            #expect(differences == [], "request \(number): \(act)")
        }
        let replayed = try await twins.replay(query: "labelSelector=mark%3Ds\(seed)")
        #expect(replayed == [])
    }

    private func prepare(_ twins: inout Twins, _ namespaces: [String]) async throws {
        for (name, grows) in [("grow", true), ("fixed", false)] {
            // The real server may have it from another seed.
            _ = try await twins.ask(
                RandomAct(
                    method: "POST", target: ModelKind.storageClass.path(),
                    body: [
                        "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass",
                        "metadata": ["name": .string(name)], "provisioner": "example.com/p",
                        "allowVolumeExpansion": .bool(grows),
                    ]))
        }
        for name in namespaces {
            let differences = try await twins.ask(
                RandomAct(
                    method: "POST", target: ModelKind.namespace.path(),
                    body: ["metadata": ["name": .string(name)]]))
            #expect(differences == [])
        }
    }
}
