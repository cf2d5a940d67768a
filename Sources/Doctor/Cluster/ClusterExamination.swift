package import Domain
package import KubernetesAPI

/// Looks at a Kubernetes cluster, and changes nothing in it.
package struct ClusterExamination: Sendable {
    /// How services are to be reached.
    package enum Entrance: Equatable, Sendable {
        case ports(ClosedRange<Int>, publicHost: String)
        /// - Parameter class: `nil` for the cluster's default.
        case names(domain: String, class: String?, namespace: String)
    }

    /// How to speak to it, or why that is not known.
    package var configuration: Result<KubernetesConfiguration, KubeconfigError>
    package var entrance: Entrance
    package var clock: any WallClock
    package var randomness: any Randomness
    /// How long each answer may take. A program that gives the credentials may need a while.
    package var patience = Duration.seconds(10)

    package init(
        _ configuration: Result<KubernetesConfiguration, KubeconfigError>, entrance: Entrance,
        clock: any WallClock, randomness: any Randomness
    ) {
        self.configuration = configuration
        self.entrance = entrance
        self.clock = clock
        self.randomness = randomness
    }

    package func facts() async -> ClusterFacts {
        do throws(KubeconfigError) {
            let client = try KubernetesClient(
                configuration.get(), clock: clock, randomness: randomness)
            let facts = await look(at: client)
            await client.close()
            return facts
        } catch {
            return ClusterFacts(.unknown(error))
        }
    }

    private func look(at client: KubernetesClient) async -> ClusterFacts {
        let server = client.configuration.server.description
        let version = await ask(client) { client throws(KubernetesError) in
            try await client.version()
        }
        switch version {
        case .failure(let error): return ClusterFacts(.silence(server: server, error))
        case .success(let version):
            async let rights = self.rights(client)
            async let storage = self.storage(client)
            async let policy = self.policy(client)
            async let entrance = self.entrance(client)
            return await ClusterFacts(
                .answered(server: server, version),
                inside: InsideFacts(
                    rights: rights, storage: storage, policy: policy, entrance: entrance))
        }
    }

    /// What the cluster answers, if it does so in time.
    func ask<Value: Sendable>(
        _ client: KubernetesClient,
        _ question: @escaping @Sendable (KubernetesClient) async throws(KubernetesError) -> Value
    ) async -> Result<Value, KubernetesError> {
        let answer = await within(patience) { () -> Result<Value, KubernetesError> in
            do throws(KubernetesError) {
                return .success(try await question(client))
            } catch {
                return .failure(error)
            }
        }
        let tooLate = "it took longer than \(patience.components.seconds) s."
        return answer ?? .failure(.unreachable(tooLate))
    }
}
