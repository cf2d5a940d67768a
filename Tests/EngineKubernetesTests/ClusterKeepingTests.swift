import Conformance
import Domain
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// Bytes outlive their claims, on a real API server with its real controllers.
@Suite(.needsControllers)
struct ClusterKeepingTests {
    private func guarded(_ scene: Scene) async throws -> (Scene, Observed.Claim) {
        var scene = scene
        let claim = try scene.claim()
        try await scene.run()
        let seen = try #require(try await scene.observe().claims[claim.name])
        #expect(!seen.isGuarded)
        scene.desired.claims[0].uid = seen.uid
        try await scene.take(scene.guarding(claim.name, seen))
        let after = try #require(try await scene.observe().claims[claim.name])
        #expect(after.isGuarded && after.uid == seen.uid)
        return (scene, after)
    }

    @Test func aClaimThatIsRemovedIsReattachedWithItsBytes() async throws {
        try await ClusterWorld.real { world in
            let (scene, seen) = try await guarded(try await Scene(in: world))
            let claim = try scene.claim()
            try await world.write("precious", to: "note", in: claim.name)
            try await scene.take(.stop(try await scene.only().id, timeout: .seconds(5)))
            try await world.removeClaim(claim.name)
            let detached = try #require(try await scene.observe().claims[claim.name])
            #expect(detached.isDetached && detached.uid == seen.uid)
            #expect(try await scene.step() == .act(.reattachClaim(claim)))
            for _ in 1...2 {
                try await scene.take(.reattachClaim(claim))
                let back = try #require(try await scene.observe().claims[claim.name])
                #expect(!back.isDetached && back.uid == seen.uid && back.isGuarded)
            }
            #expect(try await world.read("note", in: claim.name) == "precious")
            try await scene.take(.start(try await scene.only().id, scene.workload))
            try await scene.untilReady()
        }
    }

    /// What a set has mounted is kept, though an older database knows nothing of it.
    @Test func aClaimThatOnlyALaterStateKnewIsGuarded() async throws {
        try await ClusterWorld.real { world in
            var scene = try await Scene(in: world)
            try await scene.run()
            let claim = try scene.claim().name
            scene.desired.claims[0].name = ClaimName("another")
            let seen = try #require(try await scene.observe().claims[claim])
            #expect(try await scene.step() == .act(scene.guarding(claim, seen)))
            try await scene.take(scene.guarding(claim, seen))
            #expect(try await scene.observe().claims[claim]?.isGuarded == true)
        }
    }

    /// Somebody got around all that guards it: what was written down makes it anew.
    @Test func aVolumeThatIsRemovedIsMadeAnewByItsManifest() async throws {
        try await ClusterWorld.real { world in
            let (scene, seen) = try await guarded(try await Scene(in: world))
            let claim = try scene.claim()
            try await world.write("precious", to: "note", in: claim.name)
            try await scene.take(.stop(try await scene.only().id, timeout: .seconds(5)))
            let manifest = try #require(
                try await scene.observe().claims[claim.name]?.whereabouts?.manifest)
            try await world.removeVolume(of: claim.name)
            try await scene.look { $0.claims[claim.name] == nil }
            try await world.create(manifest)
            let back = try await scene.look { $0.claims[claim.name]?.uid == seen.uid }
            #expect(back.claims[claim.name]?.isGuarded == true)
            #expect(try await world.read("note", in: claim.name) == "precious")
            try await scene.take(.start(try await scene.only().id, scene.workload))
            try await scene.untilReady()
        }
    }

    /// Holdfast's own wish, too, ends a claim only under a ticket; and with it the bytes.
    @Test func underATicketTheBytesGo() async throws {
        try await ClusterWorld.real { world in
            let (scene, seen) = try await guarded(try await Scene(in: world))
            let claim = try scene.claim()
            let id = try await scene.only().id
            #expect(world.ground.volumeCount == 1)
            let engine = scene.engine
            await scene.expectStale { () throws(EngineFailure) in
                try await engine.destroyForTest(claim.name, uid: seen.uid)
            }
            #expect(world.ground.volumeCount == 1)
            try await scene.take(.stop(id, timeout: .seconds(5)))
            try await scene.take(.remove(id))
            for _ in 1...2 {
                try await engine.destroyForTest(claim.name, uid: seen.uid)
                #expect(try await scene.observe().claims == [:])
            }
            #expect(world.ground.volumeCount == 0)
        }
    }

    /// Destroying had begun when it was taken back: what was permitted then is permitted no more.
    @Test func aPermissionThatIsLeftIsTakenBack() async throws {
        try await ClusterWorld.real { world in
            let (scene, seen) = try await guarded(try await Scene(in: world))
            let claim = try scene.claim()
            let name = ResourceName(
                .persistentVolumeClaim, claim.name.rawValue, in: world.namespace)
            let _: JSONValue = try await world.client.merge(
                ["metadata": ["annotations": ["holdfast/destroy": "any"]]], into: name,
                manager: "test")
            #expect(try await scene.step() == .act(scene.guarding(claim.name, seen)))
            try await scene.take(scene.guarding(claim.name, seen))
            let after: PersistentVolumeClaim = try await world.client.get(name)
            #expect(after.metadata.annotations?["holdfast/destroy"] == nil)
            #expect(try await scene.step() == nil)
        }
    }

    /// A claim that was removed behind our back leaves bytes; a ticket ends those as well.
    ///
    /// - Parameter isWaiting: Whether it was to be made anew when it was given up: then the volume
    ///   waits for that.
    @Test(arguments: [false, true])
    func underATicketAlsoBytesWithoutAClaimGo(isWaiting: Bool) async throws {
        try await ClusterWorld.real { world in
            let (scene, seen) = try await guarded(try await Scene(in: world))
            let claim = try scene.claim()
            let id = try await scene.only().id
            try await scene.take(.stop(id, timeout: .seconds(5)))
            try await scene.take(.remove(id))
            try await world.removeClaim(claim.name)
            if isWaiting { try await world.letVolumesWait() }
            let left = try await scene.engine.inventory().objects
            #expect(left.map(\.uid) == [seen.uid.rawValue])
            #expect(left.map(\.name) == [claim.name.rawValue])
            try await scene.engine.destroyForTest(claim.name, uid: seen.uid)
            #expect(world.ground.volumeCount == 0)
            #expect(try await scene.engine.inventory().objects == [])
        }
    }

    /// Else somebody else could have its port while another workload is made in its place.
    @Test func whatBringsVisitorsGoesWithTheServiceOnly() async throws {
        try await ClusterWorld.real { world in
            let (scene, _) = try await guarded(try await Scene(in: world))
            let id = try await scene.only().id
            let kinds = [ResourceKind.service, .networkPolicy, .secret]
            func names() async throws -> [String] {
                var names: [String] = []
                for kind in kinds {
                    names += try await world.all(kind).compactMap { $0["metadata"]?["name"]?.text }
                }
                return names.filter { $0 == scene.workload.name }
            }
            try await scene.take(.stop(id, timeout: .seconds(5)))
            try await scene.take(.remove(id))
            #expect(try await names().count == 3)
            try await scene.take(.createWorkload(scene.workload))
            try await scene.take(.remove(try await scene.only().id, forGood: true))
            #expect(try await names() == [])
        }
    }

    @Test func atRestNothingIsWritten() async throws {
        try await ClusterWorld.real { world in
            let (scene, _) = try await guarded(try await Scene(in: world))
            // Until the controllers, too, have written all they have to write.
            var before = try await world.versions()
            try await world.until {
                let now = try await world.versions()
                defer { before = now }
                return now == before
            }
            for _ in 1...10 {
                #expect(try await scene.step() == nil)
                _ = try await scene.engine.inventory()
            }
            #expect(try await world.versions() == before)
        }
    }
}

extension ClusterWorld {
    /// Of everything in the namespace that Holdfast writes.
    fileprivate func versions() async throws -> [String: String] {
        var versions: [String: String] = [:]
        for kind in [ResourceKind.statefulSet, .service, .secret, .persistentVolumeClaim] {
            for object in try await all(kind) {
                let metadata = object["metadata"] ?? [:]
                let name = "\(kind.name) \(metadata["name"]?.text ?? "")"
                versions[name] = metadata["resourceVersion"]?.text
            }
        }
        #expect(versions.count >= 4)
        return versions
    }
}
