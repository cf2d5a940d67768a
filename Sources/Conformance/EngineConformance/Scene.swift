package import Domain
import Testing

/// One instance in a world, and the ways in which tests handle it.
package struct Scene: Sendable {
    package let world: any EngineWorld
    package var desired: Desired

    /// An instance that nothing has been made for yet; its claim is called `<name>-data`.
    package init(_ name: String = "notes", in world: any EngineWorld) async throws {
        self.world = world
        let service = world.service
        let variant = try #require(service.variants.first)
        let claims = service.volumes.map { template in
            Desired.Claim(
                volumeID: VolumeID("\(name)-\(template.name)"),
                instanceID: InstanceID("\(world.install)-\(name)"),
                customerID: UserID("customer"),
                name: ClaimName(
                    install: world.install, instance: name, volume: template.name,
                    generation: 1),
                size: variant.volumeSizes[template.name] ?? Bytes(1 << 20))
        }
        let mounts = zip(claims, service.volumes).map { claim, template in
            Workload.Mount(claim: claim.name, path: template.mountPath, owner: template.owner)
        }
        let workload = Workload(
            instanceID: InstanceID("\(world.install)-\(name)"), customerID: UserID("customer"),
            name: name, spec: WorkloadSpec(of: service, variant: variant),
            environment: ["NAME": name], hostPort: try await world.freePort(), generation: 1,
            mounts: mounts)
        desired = Desired(wish: .running, workload: workload, claims: claims)
    }

    package var engine: any Engine { world.engine }
    package var workload: Workload { desired.workload }

    package func claim() throws -> Desired.Claim { try #require(desired.claims.first) }

    package func observe() async throws -> Observed { try await engine.observe(desired) }

    package func take(_ act: Act) async throws(EngineFailure) {
        try await engine.take(act) { _ in }
    }

    package func guarding(_ name: ClaimName, _ seen: Observed.Claim) throws -> Act {
        .guardClaim(try #require(ClaimIdentity(seen, named: name, of: workload)))
    }

    /// The one workload that is there.
    package func only() async throws -> Observed.Workload {
        let workloads = try await observe().workloads
        #expect(workloads.count == 1)
        return try #require(workloads.first)
    }

    /// Makes claims and workload.
    @discardableResult
    package func make() async throws -> WorkloadID {
        for claim in desired.claims { try await take(.createClaim(claim)) }
        try await take(.createWorkload(workload))
        return try await only().id
    }

    /// Makes it all, starts it, and waits until it serves.
    @discardableResult
    package func run() async throws -> WorkloadID {
        let id = try await make()
        try await take(.start(id, workload))
        try await untilReady()
        return id
    }

    @discardableResult
    package func untilReady() async throws -> Observed {
        try await look { seen in
            if case .running(_, .ready)? = seen.workloads.first?.state { true } else { false }
        }
    }

    /// Looks again until `condition` holds, for a minute at most.
    @discardableResult
    package func look(until condition: (Observed) -> Bool) async throws -> Observed {
        var seen = try await observe()
        for _ in 0..<600 where !condition(seen) {
            try await Task.sleep(for: .milliseconds(100))
            seen = try await observe()
        }
        #expect(condition(seen), "It never came to be; last seen: \(seen)")
        return seen
    }

    /// Expects that `body` fails in the way that `isExpected` knows.
    package func expectFailure(
        _ isExpected: (EngineFailure) -> Bool, _ body: () async throws(EngineFailure) -> Void
    ) async {
        do {
            try await body()
            Issue.record("It did not fail.")
        } catch {
            #expect(isExpected(error), "It failed otherwise: \(error)")
        }
    }

    package func expectStale(_ body: () async throws(EngineFailure) -> Void) async {
        await expectFailure({ if case .stale = $0 { true } else { false } }, body)
    }
}

extension Observed.Workload.State {
    package var isStopped: Bool { if case .stopped = self { true } else { false } }

    package var run: RunID? { if case .running(let run, _) = self { run } else { nil } }
}
