import Domain
import EngineKubernetes
import KubernetesAPI
import Testing
import Wire

/// How far a cluster is with making a claim larger, by what it says of the claim.
struct ClaimGrowthTests {
    private func claim(
        asked: String = "2Gi", has: String? = "1Gi", _ status: JSONValue = [:]
    ) throws -> PersistentVolumeClaim {
        var status = status
        status["phase"] = "Bound"
        status["capacity"] = has.map { ["storage": .string($0)] } ?? .null
        return try Sample.read([
            "metadata": ["name": "data-g1", "uid": "u", "resourceVersion": "1"],
            "spec": [
                "volumeName": "pv-1", "resources": ["requests": ["storage": .string(asked)]],
            ],
            "status": status,
        ])
    }

    private func condition(_ type: String, _ message: String? = nil) -> JSONValue {
        [
            "conditions": [
                [
                    "type": .string(type), "status": "True",
                    "message": message.map { .string($0) } ?? .null,
                ]
            ]
        ]
    }

    private func allocated(_ word: String, _ more: JSONValue = [:]) -> JSONValue {
        var status = more
        status["allocatedResourceStatuses"] = ["storage": .string(word)]
        return status
    }

    @Test func whatIsLargeEnoughDoesNotGrow() throws {
        #expect(try claim(asked: "1Gi").growth == nil)
        #expect(try claim(asked: "1Gi", has: "2Gi").growth == nil)
        // Before it is bound, there is nothing to grow.
        #expect(try claim(has: nil).growth == nil)
    }

    @Test func nobodyHasBegun() throws {
        guard case .underWay(let why)? = try claim().growth else {
            Issue.record("It is not under way.")
            return
        }
        #expect(why.contains("nothing in the cluster has begun"))
    }

    @Test(arguments: ["ControllerResizeInProgress", nil])
    func theStorageIsAtIt(_ word: String?) throws {
        let resizing = condition("Resizing")
        let growth = try claim(word.map { allocated($0, resizing) } ?? resizing).growth
        #expect(growth == .underWay("the storage is at it"))
    }

    @Test(arguments: ["NodeResizePending", "NodeResizeInProgress", nil])
    func theFileSystemWaitsForAPod(_ word: String?) throws {
        let pending = condition("FileSystemResizePending")
        let growth = try claim(word.map { allocated($0) } ?? pending).growth
        #expect(growth == .withNextStart("its file system grows once a pod has it mounted"))
    }

    @Test(arguments: ["ControllerResizeInfeasible", "NodeResizeInfeasible"])
    func itCannotBeDone(_ word: String) throws {
        let error = condition(word.replacing("Infeasible", with: "Error"), "the pool is full")
        #expect(try claim(allocated(word, error)).growth == .refused("the pool is full"))
        #expect(
            try claim(allocated(word)).growth
                == .refused("the storage cannot make it so large."))
    }

    /// It is tried again by itself.
    @Test func anErrorIsTold() throws {
        let error = condition("ControllerResizeError", "quota exceeded")
        #expect(try claim(error).growth == .underWay("quota exceeded"))
    }
}
