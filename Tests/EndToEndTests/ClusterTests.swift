import Domain
import Foundation
import KubernetesAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// The whole program on a real API server with its controllers; the node is played.
@Suite(.needsControllers, .inInstall(within: .seconds(400)))
struct ClusterTests {
    /// Runs `body` with a service in the cluster, and whoever runs its pods.
    private func with(
        _ body:
            @Sendable @escaping (
                Install, Cluster, PlayedNode, Server, SubscriptionReply
            ) async throws -> Void
    ) async throws {
        try await Install.with(on: .cluster) { install in
            let cluster = try await Cluster(for: install)
            let server = try await install.serve(cluster.options)
            let customer = try await install.customer(of: server)
            let begun: OperationReply = try await customer.send(
                .POST, "subscriptions", json: Visitor.isso
            ).read()
            let service = try await customer.subscription(begun.subscriptionId)
            let node = PlayedNode(
                of: cluster.plane, cluster.client, in: try cluster.namespace(of: service))
            do {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await node.play() }
                    group.addTask {
                        try await customer.succeeded(begun.id)
                        try await body(
                            install, cluster, node, server,
                            try await customer.subscription(service.id))
                    }
                    try await group.next()
                    group.cancelAll()
                }
            } catch {
                await cluster.client.close()
                throw error
            }
            await cluster.client.close()
        }
    }

    @Test func aServiceLivesItsLifeThere() async throws {
        try await with { install, cluster, node, server, made in
            let customer = try await install.customer(of: server)
            #expect(made.instance.status == "RUNNING")
            let namespace = try cluster.namespace(of: made)
            let first = try await cluster.bytes(of: made, in: namespace)
            node.change(first) { $0["note"] = "precious" }

            let restarted = try await customer.order(.restart, made.id)
            #expect(restarted.instance.volumeClaimName == made.instance.volumeClaimName)
            #expect(try await customer.order(.stop, made.id).instance.status == "STOPPED")
            #expect(try await customer.order(.start, made.id).instance.status == "RUNNING")

            let reset = try await customer.order(
                .reset, made.id, confirm: made.instance.name)
            let second = try await cluster.bytes(of: reset, in: namespace)
            #expect(second != first)
            #expect(node.change(first) { $0["note"] } == "precious")
            let back = try await customer.order(.undo, made.id)
            #expect(try await cluster.bytes(of: back, in: namespace) == first)
            #expect(back.instance.status == "RUNNING")
            #expect(node.change(first) { $0["note"] } == "precious")
        }
    }

    /// Whoever may delete claims, must not be able to delete bytes.
    @Test func aClaimThatSomebodyDeletesComesBackWithItsBytes() async throws {
        try await with { install, cluster, node, server, made in
            let customer = try await install.customer(of: server)
            let namespace = try cluster.namespace(of: made)
            let bytes = try await cluster.bytes(of: made, in: namespace)
            node.change(bytes) { $0["note"] = "precious" }
            _ = try await eventually("The volume is not guarded.") {
                let volume: PersistentVolume = try await cluster.client.get(
                    ResourceName(.persistentVolume, bytes))
                return volume.metadata.labels?["holdfast/claim"] == nil ? nil : true
            }
            let claim =
                "/api/v1/namespaces/\(namespace)/persistentvolumeclaims/"
                + (made.instance.volumeClaimName ?? "")
            _ = try await cluster.plane.ask(ModelRequest("DELETE", claim))
            // It is kept for as long as a pod uses it; the next stop is its end.
            _ = try await customer.order(.stop, made.id)
            _ = try await customer.order(.start, made.id)
            #expect(try await cluster.bytes(of: made, in: namespace) == bytes)
            #expect(node.change(bytes) { $0["note"] } == "precious")
            let now = try await customer.subscription(made.id, in: "RUNNING")
            #expect(now.instance.volumes.count == 1)
        }
    }

    @Test func aServerThatIsKilledGoesOnWhereItWas() async throws {
        try await with { install, cluster, node, server, made in
            let customer = try await install.customer(of: server)
            let begun: OperationReply = try await customer.send(
                .POST, "subscriptions/\(made.id)/restart-pod", json: ConfirmBody()
            ).read()
            await server.run.kill()
            let again = try await install.serve(cluster.options)
            let visitor = try await install.customer(of: again)
            try await visitor.succeeded(begun.id)
            #expect(
                try await visitor.subscription(made.id, in: "RUNNING").instance.volumeClaimName
                    == made.instance.volumeClaimName)
        }
    }
}

extension Cluster {
    /// What the service's volume is called where its bytes are.
    fileprivate func bytes(
        of service: SubscriptionReply, in namespace: String
    ) async throws -> String {
        try await eventually("The claim is not bound.") {
            let claim = try await claim(
                service.instance.volumeClaimName ?? "", in: namespace)
            return claim?.isBound == true ? claim?.spec.volumeName : nil
        }
    }
}
