import Conformance
import DockerAPI
import Domain
import EngineDocker
import RealWorld
import TestSupport
import Testing

/// What Docker in particular must do for a service, on a real daemon.
@Suite(.needsDocker, .needsBusybox, .inDockerWorld(within: .seconds(180)))
struct DockerEngineTests {
    @Test func saysItsProductAndVersion() async throws {
        try await DockerWorld.with { world in
            let greeting = try await world.docker.greeting()
            #expect(greeting.contains(/^(Docker|Podman) [0-9]+\..*\(API [0-9.]+\)/))
        }
    }

    @Test func servicesCannotReachOneAnother() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            let network = "hf-\(world.install)"
            let seen = try await world.client.inspectContainer(id.rawValue)
            let address = try #require(seen.networkSettings?.networks?[network]?.address)
            let command = [
                "/bin/busybox", "wget", "-T", "2", "-q", "-O-", "http://\(address):8080/",
            ]
            let (code, output) = try await world.run(command, network: network)
            #expect(code != 0, "\(output)")
        }
    }

    /// The service writes into its volume as user 1000 before it serves; here it may, and keeps
    /// what mode the root has.
    @Test func aRootGetsItsOwnerAndKeepsItsMode() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let claim = try scene.claim().name
            try await scene.take(.createClaim(scene.claim()))
            try await world.run(["/bin/busybox", "chmod", "750", "/claim"], on: claim)
            try await scene.run()
            let stat = ["/bin/busybox", "stat", "-c", "%u:%g %a", "/claim"]
            #expect(try await world.run(stat, on: claim).output == ["1000:1000 750"])
            #expect(try await world.read("runs", in: claim) == "run")
        }
    }

    @Test func aStrangerOnTheVolumeKeepsItFromStarting() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.make()
            _ = try await world.plantWorkload(on: scene.claim().name)
            await scene.expectStale { () throws(EngineFailure) in
                try await scene.take(.start(id, scene.workload))
            }
            #expect(try await scene.only().state == .created)
        }
    }

    /// The engine does not know of it, so only we can refuse.
    @Test func aForgottenWriterKeepsItFromStarting() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.make()
            let claim = try scene.claim().name.rawValue
            let path = scene.workload.mounts[0].path
            let processes = [(ForgottenRunsTests.other, claim), (id.rawValue, claim)]
            try await ForgottenRunsTests.withProcesses(processes, at: path) { forgotten in
                let engine = try world.engine(knowing: forgotten)
                do throws(EngineFailure) {
                    try await engine.take(.start(id, scene.workload)) { _ in }
                    Issue.record("It was started beside a forgotten process.")
                } catch {
                    #expect(error.message.hasSuffix(" docker rm \(ForgottenRunsTests.other)"))
                }
                await engine.close()
            }
            #expect(try await scene.only().state == .created)
            // A process of its own is the engine's to know.
            let own = [(id.rawValue, claim)]
            try await ForgottenRunsTests.withProcesses(own, at: path) { forgotten in
                let engine = try world.engine(knowing: forgotten)
                try await engine.take(.start(id, scene.workload)) { _ in }
                await engine.close()
            }
            #expect(try await scene.only().state.run != nil)
        }
    }

    /// Told by us, with a name: the daemon, which refuses as well, has only an id for it.
    @Test func whoKeepsAVolumeFromDestructionIsNamed() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            try await scene.make()
            let claim = try scene.claim().name
            let uid = try #require(try await scene.observe().claims[claim]).uid
            let name = "container hf-\(world.install)-\(scene.workload.name)"
            let isNamed = { (failure: EngineFailure) in failure.message.contains(name) }
            await scene.expectFailure(isNamed) { () throws(EngineFailure) in
                try await world.docker.destroyForTest(claim, uid: uid)
            }
        }
    }

    @Test func aStoppedStrangerIsNoIntruder() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            try await scene.make()
            let name = try await world.plantWorkload(on: scene.claim().name)
            try await world.client.killContainer(name)
            try await scene.look { $0.intruders.isEmpty }
        }
    }

    @Test func whoIgnoresTheSignalIsKilledInTime() async throws {
        var stubborn = CatalogService.busybox
        stubborn.command = [
            "/bin/busybox", "sh", "-c",
            "trap '' TERM; /bin/busybox httpd -p 8080 -h /www; while :; do sleep 1; done",
        ]
        try await DockerWorld.with(service: stubborn) { world in
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(1)))
            #expect(try await scene.only().state == .stopped("exited with 137 (killed)"))
        }
    }

    @Test func whatCrashesIsStartedAgainByTheEngine() async throws {
        var crashing = CatalogService.busybox
        crashing.command = [
            "/bin/busybox", "sh", "-c",
            """
            echo run >>/srv/app/data/runs
            [ $(/bin/busybox wc -l </srv/app/data/runs) = 1 ] && exit 3
            exec /bin/busybox httpd -f -p 8080 -h /www
            """,
        ]
        try await DockerWorld.with(service: crashing) { world in
            let scene = try await Scene(in: world)
            try await scene.run()
            #expect(try await scene.world.read("runs", in: scene.claim().name) == "run\nrun")
        }
    }

    @Test func pausedIsDriftAndCanBeStopped() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            try await world.client.pauseContainer(id.rawValue)
            #expect(try await scene.only().drift == ["it is paused"])
            try await scene.take(.stop(id, timeout: .seconds(5)))
            #expect(try await scene.only().state.isStopped)
        }
    }

    @Test func takenOffItsNetworkIsDrift() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let id = try await scene.run()
            let network = "hf-\(world.install)"
            try await world.client.disconnect(container: id.rawValue, fromNetwork: network)
            #expect(try await scene.only().drift == ["it was taken off network \(network)"])
            try await scene.take(.stop(id, timeout: .seconds(5)))
            try await world.client.connect(container: id.rawValue, toNetwork: network)
            #expect(try await scene.only().drift == [])
        }
    }

    @Test func whatDoesNotServeIsUnhealthyAfterItsStart() async throws {
        var silent = CatalogService.busybox
        silent.health.probe = .http(path: "/no-such-page", headers: [:], status: nil)
        silent.health.startPeriod = .zero
        try await DockerWorld.with(service: silent) { world in
            let scene = try await Scene(in: world)
            let id = try await scene.make()
            try await scene.take(.start(id, scene.workload))
            try await scene.look { seen in
                guard case .running(_, let health)? = seen.workloads.first?.state else {
                    return false
                }
                return health == .failing("it answers with HTTP status 404")
            }
        }
    }

    @Test(arguments: [(8080, true), (8081, false)])
    func connectionsAreProbed(_ port: Int, _ serves: Bool) async throws {
        var service = CatalogService.busybox
        service.health.probe = .tcp
        service.health.startPeriod = .zero
        // Docker publishes the port also where nobody listens behind it.
        service.port = port
        try await DockerWorld.with(service: service) { world in
            let scene = try await Scene(in: world)
            let id = try await scene.make()
            try await scene.take(.start(id, scene.workload))
            if serves { return _ = try await scene.untilReady() }
            guard case .running(_, .failing) = try await scene.only().state else {
                Issue.record("It was taken for one that serves.")
                return
            }
        }
    }

    @Test func aVolumeRemovedBehindOurBackIsWhispered() async throws {
        try await DockerWorld.with { world in
            let scene = try await Scene(in: world)
            let claim = try scene.claim()
            try await scene.take(.createClaim(claim))
            _ = try await scene.observe()
            let isHeard = await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    await world.docker.hears(scene.workload.instanceID)
                }
                group.addTask {
                    while !Task.isCancelled {
                        try? await world.removeClaim(claim.name)
                        try? await scene.take(.createClaim(claim))
                        try? await Task.sleep(for: .milliseconds(100))
                    }
                    return false
                }
                defer { group.cancelAll() }
                return await group.next() ?? false
            }
            #expect(isHeard)
        }
    }
}
