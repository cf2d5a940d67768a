import Domain
import TestSupport
import Testing
import Wire

@testable import Simulation

/// What a process must not do to a cluster is done by hand once each, and is seen.
@SimulationQueue @Suite struct ClusterOracleTests {
    /// Not the one of the engines' promises.
    private typealias Scene = Simulation.Scene

    private static let subscribed = [
        Scene(.subscribe(customer: 0, service: 0, variant: 0), pause: 30)
    ]

    /// What is seen when `body` meddles after a service has come to run.
    private func broken(
        _ body: @Sendable @escaping (Stage, PlayedCluster) async throws -> Void
    ) throws -> Set<Invariant> {
        let script = Script(seed: 1, setting: Setting(in: .kubernetes), scenes: Self.subscribed)
        let outcome = try Laboratory().perform(script) { performance in
            let stage = performance.stage
            await withDiscardingTaskGroup { group in
                guard let cluster = stage.cluster else { return }
                group.addTask { await performance.keepRunning() }
                group.addTask { await performance.playCluster(cluster) }
                await performance.playScenes(&group)
                #expect(stage.violations == [], "the scenes themselves break something")
                do { try await body(stage, cluster) } catch { Issue.record(error) }
                stage.isOver = true
                for process in performance.processes { stage.end(process.life) }
                group.cancelAll()
            }
        }
        return Set(outcome.violations.map(\.invariant))
    }

    @Test func aClaimIsRemovedWithoutATicket() throws {
        let broken = try broken { stage, cluster in
            let claim = try #require(cluster.first(.claim))
            try await stage.send("DELETE", claim.key.path, nil, cluster)
        }
        #expect(broken == [.s1])
    }

    @Test func aVolumeIsGivenUpWithoutATicket() throws {
        let broken = try broken { stage, cluster in
            let volume = try #require(cluster.first(.volume))
            try await stage.send(
                "PATCH", volume.key.path,
                ["spec": ["persistentVolumeReclaimPolicy": "Delete"]], cluster)
        }
        #expect(broken == [.s1])
    }

    @Test func bytesAreLeftToAnybody() throws {
        let broken = try broken { stage, cluster in
            let volume = try #require(cluster.first(.volume))
            try await stage.send(
                "PATCH", volume.key.path, ["spec": ["claimRef": .null]], cluster)
        }
        #expect(broken == [.s7])
    }

    @Test func anEmptyClaimInItsPlace() throws {
        let broken = try broken { stage, cluster in
            let claim = try #require(cluster.first(.claim))
            stage.letApplicationsWrite()
            stage.meddle(cluster, "DELETE", claim.key.path)
            stage.meddle(
                cluster, "PATCH", claim.key.path, ["metadata": ["finalizers": .null]])
            let path = claim.key.kind.path(in: claim.key.namespace)
            let object: JSONValue = [
                "metadata": ["name": .string(claim.key.name)],
                "spec": [
                    "accessModes": ["ReadWriteOnce"],
                    "resources": ["requests": ["storage": "1Mi"]],
                ],
            ]
            try await stage.send("POST", path, object, cluster)
        }
        #expect(broken == [.s5])
    }

    @Test func aStrangersSetIsChanged() throws {
        let broken = try broken { stage, cluster in
            let set = try #require(cluster.first(.statefulSet))
            stage.replace(set.key, set.object, cluster)
            // Until the pod of the one before is gone, to start another is wrong for that, too.
            try await stage.clock.sleep(for: .seconds(60))
            try await stage.send(
                "PATCH", set.key.path, ["spec": ["replicas": 1]], cluster)
        }
        #expect(broken == [.s2])
    }

    @Test func aSetIsRemovedWhileItRuns() throws {
        let broken = try broken { stage, cluster in
            let set = try #require(cluster.first(.statefulSet))
            try await stage.send("DELETE", set.key.path, nil, cluster)
        }
        #expect(broken == [.s4])
    }

    /// While the volume waited for its own claim; nothing is lost by it.
    @Test func aStrangersClaimGetsTheVolume() throws {
        let broken = try broken { stage, cluster in
            stage.letApplicationsWrite()
            let claim = try #require(cluster.first(.claim))
            let volume = try #require(cluster.first(.volume))
            stage.replace(claim.key, claim.object, cluster)
            let usurper = try #require(cluster.model[claim.key])
            stage.meddle(
                cluster, "PATCH", claim.key.path,
                ["spec": ["volumeName": .string(volume.key.name)]])
            stage.meddle(
                cluster, "PATCH", volume.key.path,
                ["spec": ["claimRef": ["uid": .string(usurper.uid ?? "")]]])
            await stage.look()
        }
        #expect(broken == [])
    }

    @Test func bytesGoWithoutAWord() throws {
        let broken = try broken { stage, cluster in
            stage.letApplicationsWrite()
            let handle = try #require(cluster.identities.keys.sorted().first)
            cluster.controllers.bytes[handle] = nil
            cluster.records[handle] = nil
            await stage.look()
        }
        #expect(broken == [.s5])
    }
}

extension PlayedCluster {
    fileprivate func first(_ kind: ModelKind) -> (key: ModelKey, object: JSONValue)? {
        model.objects(of: kind).first { $0.isOurs }.map { object in
            (
                ModelKey(kind, object.name ?? "", in: object["metadata", "namespace"]?.text),
                object
            )
        }
    }
}

extension Stage {
    /// As a process does.
    fileprivate func send(
        _ method: String, _ path: String, _ body: JSONValue?, _ cluster: PlayedCluster
    ) async throws {
        let type = method == "PATCH" ? "application/merge-patch+json" : nil
        let request = ModelRequest(method, path, json: body, contentType: type)
        let reply = try await answer(request, of: Life(number: 9), in: cluster)
        guard case .answer(let answer) = reply, answer.isSuccess else { throw Lost() }
    }
}
