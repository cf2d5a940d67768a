package import Domain
import KubernetesAPI
import Wire

/// The epoch is written down in a ConfigMap of the installation's own namespace.
extension KubernetesEngine {
    package func write(epoch: Int64) async throws(EngineFailure) {
        // Others may write at this moment: each time one of them gets on.
        for _ in 0..<Self.rivals {
            do throws(EngineFailure) {
                return try await raise(to: epoch)
            } catch .stale {
                continue
            }
        }
        try await raise(to: epoch)
    }

    private static let rivals = 10

    private func raise(to epoch: Int64) async throws(EngineFailure) {
        if let present = try await witness() {
            if let known = present.epoch, known >= epoch { return }
            try await change(
                witnessName, present.metadata, ["data": [Witness.key: "\(epoch)"]])
        } else {
            try await createWitness(of: epoch)
        }
        memory.withLock { $0.epoch = epoch }
    }

    func epoch() async throws(EngineFailure) -> Int64? {
        let epoch = try await witness()?.epoch
        memory.withLock { $0.epoch = epoch }
        return epoch
    }

    private var witnessName: ResourceName {
        ResourceName(.configMap, "epoch", in: "hf-\(settings.install)")
    }

    private func witness() async throws(EngineFailure) -> Witness? {
        try await find(witnessName)
    }

    private func createWitness(of epoch: Int64) async throws(EngineFailure) {
        try await apply(
            KubernetesObject(
                ResourceName(.namespace, "hf-\(settings.install)"), labels: settings.labels, [:]))
        let object = KubernetesObject(
            witnessName, labels: settings.labels, ["data": [Witness.key: "\(epoch)"]])
        try await ask { () throws(KubernetesError) in
            _ = try await client.create(
                object.content, at: object.name, manager: Self.manager, as: Sent.self)
        }
    }
}

/// A ConfigMap that tells an epoch.
struct Witness: Decodable, Sendable {
    static let key = "epoch"

    var metadata: ObjectMeta
    var data: [String: String]?

    /// `nil` where somebody has written something else.
    var epoch: Int64? { data?[Self.key].flatMap { Int64($0) } }
}
