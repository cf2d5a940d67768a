import DockerAPI
import Domain
import EngineDocker
import Testing

@Suite struct StateTests {
    typealias State = Observed.Workload.State

    func state(
        _ status: String, exit: Int? = nil, outOfMemory: Bool? = nil, error: String? = nil
    ) -> State {
        var seen = Samples.untouched
        seen.state = .init(
            status: status, isOutOfMemory: outOfMemory, exitCode: exit, error: error,
            startedAt: "t")
        return seen.state(.ready)
    }

    @Test func eachStateIsUnderstood() {
        let run = RunID("0123456789ab@t")
        #expect(state("running") == .running(run, .ready))
        #expect(state("paused") == .running(run, .failing("it is paused")))
        for name in ["created", "configured", "initialized"] { #expect(state(name) == .created) }
        #expect(
            state("restarting", exit: 1)
                == .changing("restarting, after it exited with 1"))
        #expect(state("removing") == .changing("being removed"))
        #expect(state("stopping") == .changing("stopping"))
        #expect(state("dead", exit: 0) == .stopped("exited with 0"))
    }

    @Test func endsAreTold() {
        #expect(state("exited", exit: 3) == .stopped("exited with 3"))
        #expect(state("exited", exit: 137) == .stopped("exited with 137 (killed)"))
        #expect(state("exited", exit: 143) == .stopped("exited with 143 (terminated)"))
        #expect(
            state("exited", exit: 137, outOfMemory: true)
                == .stopped("exited with 137 (out of memory)"))
        #expect(
            state("stopped", exit: 127, error: "no such file")
                == .stopped("exited with 127 (no such file)"))
    }

    @Test func aStartThatNeverWasIsKnown() {
        var seen = Samples.untouched
        #expect(!seen.wasNeverStarted)
        for text in ["0001-01-01T00:00:00Z", "", nil] {
            seen.state.startedAt = text
            #expect(seen.wasNeverStarted)
        }
    }

    @Test(arguments: [
        ("2026-01-01T00:00:00.123456789Z", 1_767_225_600_123),
        ("2026-01-01T00:00:00Z", 1_767_225_600_000),
        ("2026-01-01T02:00:00.5+02:00", 1_767_225_600_500),
    ])
    func timesAreRead(_ text: String, _ milliseconds: Int64) {
        #expect(Instant(rfc3339: text) == Instant(milliseconds: milliseconds))
        #expect(Instant(rfc3339: "yesterday") == nil)
    }

    @Test func failuresSayWhatToDoNext() {
        func failure(_ status: Int) -> EngineFailure {
            EngineFailure(.refused(status: status, message: "m"))
        }
        #expect(failure(400) == .impossible("m"))
        #expect(failure(404) == .stale("m"))
        #expect(failure(409) == .stale("m"))
        #expect(failure(500) == .failed("m"))
        #expect(EngineFailure(.unreachable("u")) == .unreachable("u"))
    }

    @Test func failuresOfAStartSayWhoMustDoWhat() {
        func failure(_ words: String, port: Int? = 20_001) -> EngineFailure {
            EngineFailure(starting: .refused(status: 500, message: words), "c1", port: port)
        }
        let inUse = failure("listen tcp 127.0.0.1:20001: bind: address already in use")
        #expect(inUse.message.hasPrefix("Port 20001 of the host is taken: another program"))
        let words = "Bind for 127.0.0.1:20001 failed: port is already allocated"
        let allocated = failure(words)
        guard case .portTaken(20_001, _) = allocated else {
            Issue.record("\(allocated)")
            return
        }
        #expect(allocated.message.contains("restart the engine"))
        #expect(failure("Address already in use") == allocated)
        #expect(failure(words, port: nil) == .failed(words))
        let forgotten = failure("task c1: already exists")
        #expect(
            forgotten.message.hasSuffix("pkill -KILL -f 'containerd-shim.* -id c1'; docker rm c1"))
        #expect(failure("OCI runtime create failed: id already in use") == forgotten)
        #expect(failure("no such device") == .failed("no such device"))
    }
}
