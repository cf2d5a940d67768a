import KubernetesAPI
import RealWorld
import TestSupport
import Testing
import Wire

/// Who looks for what is wrong, finds it.
@Suite(.needsControllers, .inInstall(within: .seconds(300)))
struct ClusterAccountingTests {
    @Test func whatIsNobodysAndWhatIsMissingIsFound() async throws {
        try await Stage.with { stage in
            try await stage.expectAccounted("as it began")
            let stray = ResourceName(.persistentVolumeClaim, "stray", in: stage.namespace)
            let _: JSONValue = try await stage.cluster.client.create(
                [
                    "spec": [
                        "accessModes": ["ReadWriteOnce"],
                        "resources": ["requests": ["storage": "1Mi"]],
                    ]
                ], at: stray, manager: "somebody")
            #expect(try await stage.differences().contains { $0.contains("stray") })

            let secret = stage.place("secrets/\(stage.subject.instance.name)")
            _ = try await stage.cluster.plane.ask(ModelRequest("DELETE", secret))
            #expect(try await stage.differences().contains { $0.contains("secrets []") })
        }
    }

    @Test func bytesThatWentWithoutATicketAreFound() async throws {
        try await Stage.with { stage in
            try await stage.expectAccounted("as it began")
            try await stage.do(.stop)
            await stage.server.run.kill()
            let claim = try #require(stage.subject.instance.volumeClaimName)
            let bound = try await stage.cluster.claim(claim, in: stage.namespace)
            let volume = try #require(bound?.spec.volumeName)
            for request in [
                ModelRequest(
                    "PATCH", "/api/v1/persistentvolumes/\(volume)",
                    json: ["spec": ["persistentVolumeReclaimPolicy": "Delete"]],
                    contentType: "application/merge-patch+json"),
                ModelRequest("DELETE", stage.place("persistentvolumeclaims/\(claim)")),
            ] {
                #expect(try await stage.cluster.plane.ask(request).isSuccess)
            }
            _ = try await eventually("The bytes do not go.") {
                stage.node.handles.isEmpty ? true : nil
            }
            #expect(try stage.destroyedWithoutTicket() == [claim])
        }
    }
}

extension Stage {
    fileprivate func place(_ part: String) -> String { "/api/v1/namespaces/\(namespace)/\(part)" }
}
