import Conformance
import Domain
import RealWorld
import TestSupport
import Testing

/// Takes a service through its life, as the reconciler does: look, learn, plan, take the first
/// step, look again. Whatever fails is tried again after another look.
struct ServiceLife {
    private var scene: Scene
    private let ground: ModelGround
    private var mayDestroy = false

    init(scene: Scene, ground: ModelGround) {
        self.scene = scene
        self.ground = ground
    }

    /// - Parameter what: Is wrong this time.
    mutating func live(_ what: Comment) async throws {
        try await rest(what)
        let claim = try scene.claim()
        try await persist { [scene] in
            try await scene.world.write("precious", to: "note", in: claim.name)
        }
        scene.desired.restart = .init(from: nil)
        try await rest(what)
        #expect(scene.desired.restart == nil, what)
        scene.desired.wish = .stopped
        try await rest(what)
        scene.desired.workload.generation = 2
        scene.desired.wish = .running
        try await rest(what)
        let note = try await persist { [scene] in
            try await scene.world.read("note", in: claim.name)
        }
        #expect(note == "precious", what)
        scene.desired.wish = .erased
        try await rest(what)
        #expect(ground.volumeCount == 1, what)
        #expect(ground.doubleWriters == [], what)
        retire(try scene.claim())
        try await rest(what)
        #expect(ground.volumeCount == 0, what)
        #expect(scene.desired.retired == [], what)
        #expect(ground.server.requests.allSatisfy { !$0.isCollectionDelete }, what)
    }

    /// The fault may meet whoever looks at the bytes, too.
    private func persist<Value>(_ body: () async throws -> Value) async throws -> Value {
        for _ in 1...3 {
            if let value = try? await body() { return value }
        }
        return try await body()
    }

    private mutating func retire(_ claim: Desired.Claim) {
        scene.desired.claims = []
        scene.desired.retired = [
            Desired.Retired(
                volumeID: claim.volumeID, name: claim.name, uid: claim.uid,
                ticket: TicketID("ticket"), notBefore: Instant(milliseconds: 0),
                hasBegun: false)
        ]
        mayDestroy = true
    }

    /// Until there is nothing to do.
    private mutating func rest(_ what: Comment) async throws {
        for _ in 0..<200 {
            do throws(EngineFailure) {
                if try await step() { return }
            } catch {
                // The world has moved, or nobody has answered: another look tells.
            }
        }
        Issue.record("It does not come to rest: \(what)")
    }

    /// - Returns: Whether there is nothing to do.
    private mutating func step() async throws(EngineFailure) -> Bool {
        let now = RealClock().now()
        let observed = try await scene.engine.observe(scene.desired)
        let findings = learn(desired: scene.desired, observed: observed, now: now)
        guard findings.isEmpty else {
            for finding in findings { write(finding) }
            return false
        }
        switch plan(desired: scene.desired, observed: observed, now: now).first {
        case nil: return true
        case .act(let act): try await scene.take(act)
        case .wait: break
        case .callForHelp(let trouble): Issue.record("\(trouble.message)")
        case .destroy: try await destroy()
        }
        return false
    }

    private mutating func destroy() async throws(EngineFailure) {
        #expect(mayDestroy)
        scene.desired.retired[0].hasBegun = true
        let retired = scene.desired.retired[0]
        guard let uid = retired.uid else { return }
        try await scene.engine.destroyForTest(retired.name, uid: uid)
    }

    private mutating func write(_ finding: Finding) {
        switch finding {
        case .claimBound(_, let uid):
            scene.desired.claims[0].uid = uid
            scene.desired.claims[0].status = .bound
        case .claimPlaced(let volume, let whereabouts): place(volume, whereabouts)
        case .claimLost(_, let name, let why): Issue.record("\(name) is lost: \(why)")
        case .claimFound: break
        case .restartBegun(let run): scene.desired.restart?.from = run
        case .restartDone: scene.desired.restart = nil
        case .destructionProven: scene.desired.retired = []
        }
    }

    private mutating func place(_ volume: VolumeID, _ whereabouts: Whereabouts) {
        for index in scene.desired.claims.indices
        where scene.desired.claims[index].volumeID == volume {
            scene.desired.claims[index].whereabouts = whereabouts
        }
        for index in scene.desired.retired.indices
        where scene.desired.retired[index].volumeID == volume {
            scene.desired.retired[index].whereabouts = whereabouts
        }
    }
}

extension ModelRequest {
    /// Of all objects of a kind at once.
    fileprivate var isCollectionDelete: Bool {
        var parts = path.split(separator: "/").dropFirst(path.hasPrefix("/apis/") ? 3 : 2)
        if parts.first == "namespaces", parts.count > 2 { parts = parts.dropFirst(2) }
        return method == "DELETE" && parts.count == 1
    }
}
