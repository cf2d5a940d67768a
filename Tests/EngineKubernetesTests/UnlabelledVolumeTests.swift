import Conformance
import Domain
import Foundation
import RealWorld
import Testing
import Wire

/// Bytes that do not say whose they are, on a real API server with its real controllers.
@Suite(.needsControllers)
struct UnlabelledVolumeTests {
    /// Its claim was removed before it was guarded, so its volume does not say whose it is.
    private func unlabelled(_ world: ClusterWorld) async throws -> (Scene, Observed.Claim) {
        var scene = try await Scene(in: world)
        let claim = try scene.claim()
        let id = try await scene.run()
        let seen = try #require(try await scene.observe().claims[claim.name])
        scene.desired.claims[0].uid = seen.uid
        try await world.write("precious", to: "note", in: claim.name)
        try await scene.take(.stop(id, timeout: .seconds(5)))
        try await world.removeClaim(claim.name)
        let left = try #require(try await scene.observe().claims[claim.name])
        #expect(left.uid == seen.uid && left.isDetached && !left.isGuarded)
        #expect(try await scene.step() == .act(scene.guarding(claim.name, seen)))
        return (scene, left)
    }

    @Test func aVolumeWithoutLabelsIsFoundByItsClaim() async throws {
        try await ClusterWorld.real { world in
            let (scene, left) = try await unlabelled(world)
            let claim = try scene.claim()
            try await scene.take(scene.guarding(claim.name, left))
            #expect(try await scene.step() == .act(.reattachClaim(claim)))
            try await scene.take(.reattachClaim(claim))
            let back = try #require(try await scene.observe().claims[claim.name])
            #expect(back.uid == left.uid && !back.isDetached && back.isGuarded)
            #expect(try await world.read("note", in: claim.name) == "precious")
        }
    }

    /// One of them is somebody else's: people have to say which.
    @Test func ofTwoVolumesWithoutLabelsNeitherIsTaken() async throws {
        try await ClusterWorld.real { world in
            let (scene, left) = try await unlabelled(world)
            let claim = try scene.claim()
            let manifest = try #require(left.whereabouts?.manifest)
            var other = try JSONDecoder().decode(JSONValue.self, from: Data(manifest.utf8))
            other["metadata"] = ["name": .string("\(world.install)-other")]
            try await world.create(other.compact)
            let words = ["\(world.install)-other", "kubectl label pv NAME ", "\(left.uid)"]
            await scene.expectFailure({ failure in words.allSatisfy(failure.message.contains) }) {
                () throws(EngineFailure) in
                try await scene.take(.guardClaim(ClaimIdentity(claim, left.uid)))
            }
            await #expect(throws: EngineFailure.self) { try await scene.observe() }
        }
    }

    /// Holdfast's classes retain, and each customer has a namespace of their own.
    @Test(arguments: ["persistentVolumeReclaimPolicy", "claimRef"])
    func whatCannotBeOursIsNoRival(member: String) async throws {
        try await ClusterWorld.real { world in
            let (scene, left) = try await unlabelled(world)
            let claim = try scene.claim()
            let manifest = try #require(left.whereabouts?.manifest)
            var other = try JSONDecoder().decode(JSONValue.self, from: Data(manifest.utf8))
            other["metadata"] = ["name": .string("\(world.install)-\(member.lowercased())")]
            other["spec"]?[member] =
                member == "claimRef"
                ? ["namespace": "elsewhere", "name": .string(claim.name.rawValue)] : "Delete"
            try await world.create(other.compact)
            #expect(try await scene.observe().claims[claim.name]?.uid == claim.uid)
        }
    }

    /// What is being destroyed was guarded before; so that can only be somebody else's.
    @Test func whatIsBeingDestroyedBearsItsLabels() async throws {
        try await ClusterWorld.real { world in
            var (scene, _) = try await unlabelled(world)
            let claim = try scene.claim()
            scene.desired.retire(claim, hasBegun: false)
            #expect(try await scene.observe().claims[claim.name]?.uid == claim.uid)
            scene.desired.retire(claim, hasBegun: true)
            #expect(try await scene.observe().claims[claim.name] == nil)
        }
    }
}

extension Desired {
    fileprivate mutating func retire(_ claim: Claim, hasBegun: Bool) {
        claims = []
        retired = [
            Retired(
                volumeID: claim.volumeID, name: claim.name, uid: claim.uid,
                ticket: TicketID("t"), notBefore: RealClock().now(), hasBegun: hasBegun)
        ]
    }
}
