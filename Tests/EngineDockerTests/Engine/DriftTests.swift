import DockerAPI
import EngineDocker
import Testing

/// Whoever edits a container is found out; nobody else is.
@Suite struct DriftTests {
    func drift(_ edit: (inout ContainerInspection) -> Void) -> [String] {
        var seen = Samples.untouched
        edit(&seen)
        return seen.drift(from: Samples.made, named: "hf-abc-notes-1")
    }

    @Test func nothingIsFoundInWhatNobodyTouched() {
        #expect(drift { _ in } == [])
    }

    /// An engine without swap accounting, or without a limit of processes, says so in this way;
    /// making the container anew would not change it.
    @Test func whatTheEngineCannotDoIsNoEdit() {
        #expect(
            drift { seen in
                seen.host.memorySwap = -1
                seen.host.pidsLimit = nil
                seen.host.nanoCPUs = 0
            } == [])
    }

    @Test func podmansSpellingsAreNoEdit() {
        #expect(
            drift { seen in
                seen.config.image = "localhost/example/notes:1"
                seen.name = "hf-abc-notes-1"
                seen.host.networkMode = "bridge"
            } == [])
    }

    @Test func eachEditIsToldInWords() {
        #expect(drift { $0.name = "/mine" } == ["it was renamed to mine"])
        #expect(drift { $0.state.status = "paused" } == ["it is paused"])
        #expect(
            drift { $0.config.image = "example/notes:2" }
                == ["its image is example/notes:2, not example/notes:1"])
        #expect(drift { $0.config.user = "0" } == ["its user differs"])
        #expect(drift { $0.host.isPrivileged = true } == ["it is privileged"])
        #expect(
            drift { $0.config.environment = ["A=other", "B=2=3"] }
                == ["its variable A differs"])
        #expect(drift { $0.host.nanoCPUs = 1 } == ["its CPU limit was changed"])
        #expect(drift { $0.host.memory = 1 } == ["its memory limit was changed"])
        #expect(drift { $0.host.memorySwap = 1 } == ["its swap limit was changed"])
        #expect(drift { $0.host.pidsLimit = 0 } == ["its limit of processes was changed"])
        #expect(
            drift { $0.host.restartPolicy = RestartPolicy("no") }
                == ["its restart policy was changed"])
    }

    @Test func lostTiesAreToldInWords() {
        let unmounted = ["volume hf-abc-notes-1-media-g2 is not mounted at /media"]
        #expect(drift { $0.mounts?.removeFirst() } == unmounted)
        #expect(drift { $0.mounts?[0].isWritable = false } == unmounted)
        #expect(drift { $0.mounts?[0].destination = "/elsewhere" } == unmounted)
        #expect(
            drift { $0.networkSettings = nil } == ["it was taken off network hf-abc"])
        #expect(
            drift { $0.networkSettings?.networks?["host"] = EndpointBody() }
                == ["it was put on network host"])
        #expect(
            drift { $0.host.portBindings = nil } == ["its published port was changed"])
        #expect(
            drift {
                $0.host.portBindings = ["8080/tcp": [PortBinding(address: "", port: 20_001)]]
            } == ["its published port was changed"])
    }
}
