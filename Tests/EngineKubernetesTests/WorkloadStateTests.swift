import Domain
import EngineKubernetes
import KubernetesAPI
import Testing
import Wire

/// What a cluster says of a workload, in the words that planning knows.
struct WorkloadStateTests {
    private static let startedAt = "2026-01-01T00:00:00Z"
    private static let start = Instant(milliseconds: 1_767_225_600_000)

    private func state(
        _ set: StatefulSet, _ pod: Pod? = nil, _ warnings: [String] = [],
        after pause: Duration = .zero
    ) -> Observed.Workload.State {
        WorkloadState(set, pod: pod, warnings: warnings)
            .state(startPeriod: .seconds(30), now: Self.start + pause)
    }

    private func running(isReady: Bool, restarts: Int = 0) throws -> Pod {
        try Sample.pod([
            "phase": "Running",
            "containerStatuses": [
                [
                    "name": "service", "ready": .bool(isReady),
                    "restartCount": .integer(restarts),
                    "state": ["running": ["startedAt": .string(Self.startedAt)]],
                ]
            ],
        ])
    }

    @Test func withoutAPodItDependsOnWhatIsWanted() throws {
        #expect(state(try Sample.set(replicas: 0, generation: 1)) == .created)
        #expect(state(try Sample.set(replicas: 0)) == .stopped("stopped"))
        #expect(state(try Sample.set()) == .changing("waiting for a pod"))
        #expect(state(try Sample.set(), nil, ["exceeded quota"]) == .changing("exceeded quota"))
        #expect(state(try Sample.set(isTerminating: true)) == .changing("being removed"))
    }

    /// Until it is gone, a pod may write.
    @Test func whatEndsMayStillWrite() throws {
        let ending = try Sample.pod(["phase": "Running"], isTerminating: true)
        #expect(state(try Sample.set(replicas: 0), ending) == .changing("stopping"))
        #expect(state(try Sample.set(), ending) == .changing("stopping"))
        let left = try running(isReady: true)
        #expect(state(try Sample.set(replicas: 0), left).mayWrite)
        let ended = try Sample.pod(["phase": "Failed", "reason": "Evicted"])
        #expect(state(try Sample.set(), ended).mayWrite)
    }

    @Test func aServiceHasItsTimeToStart() throws {
        let set = try Sample.set()
        let run = RunID("pod-1#0")
        #expect(state(set, try running(isReady: true)) == .running(run, .ready))
        let silent = try running(isReady: false)
        #expect(state(set, silent, after: .seconds(29)) == .running(run, .starting))
        #expect(
            state(set, silent, after: .seconds(30)) == .running(run, .failing("it is not ready")))
        #expect(
            state(set, silent, ["Readiness probe failed"], after: .seconds(30))
                == .running(run, .failing("Readiness probe failed")))
    }

    @Test func aContainerThatIsStartedAgainIsAnotherRun() throws {
        let set = try Sample.set()
        #expect(
            state(set, try running(isReady: true, restarts: 1))
                == .running(RunID("pod-1#1"), .ready))
    }

    /// The cluster's own words.
    @Test(
        arguments: [
            (
                ["waiting": ["reason": "ImagePullBackOff", "message": "no such image"]],
                "ImagePullBackOff: no such image"
            ),
            (["waiting": ["reason": "ContainerCreating"]], "starting"),
            (
                ["terminated": ["exitCode": 137, "reason": "OOMKilled"]],
                "service: exited with 137 (OOMKilled)"
            ),
            (["terminated": ["exitCode": 1, "reason": "Error"]], "service: exited with 1"),
        ] as [(JSONValue, String)])
    func whatKeepsItFromRunning(container: JSONValue, words: String) throws {
        let pod = try Sample.pod([
            "phase": "Pending", "containerStatuses": [["name": "service", "state": container]],
        ])
        #expect(state(try Sample.set(), pod) == .changing(words))
    }

    @Test func aCrashLoopTellsHowItEnded() throws {
        let pod = try Sample.pod([
            "phase": "Running",
            "containerStatuses": [
                [
                    "name": "service",
                    "state": ["waiting": ["reason": "CrashLoopBackOff"]],
                    "lastState": ["terminated": ["exitCode": 3, "reason": "Error"]],
                ]
            ],
        ])
        #expect(
            state(try Sample.set(), pod)
                == .changing("CrashLoopBackOff, after it exited with 3"))
    }

    @Test func noRoomIsTold() throws {
        let pod = try Sample.pod([
            "phase": "Pending",
            "conditions": [
                [
                    "type": "PodScheduled", "status": "False", "reason": "Unschedulable",
                    "message": "0/1 nodes are available: 1 Insufficient memory.",
                ]
            ],
        ])
        #expect(
            state(try Sample.set(), pod)
                == .changing("0/1 nodes are available: 1 Insufficient memory."))
    }
}
