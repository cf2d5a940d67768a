import Conformance
import Domain
import KubernetesAPI
import TestSupport
import Testing
import Wire

struct RemovalTests {
    private let claim = ResourceName(.persistentVolumeClaim, "claim-g1", in: "hf-a")
    private var ticket: DestructionTicket {
        .forTest(ClaimName("claim-g1"), uid: ClaimUID("u"))
    }

    @Test func whatWasLookedAtIsRemoved() async throws {
        try await Rig.answering([Script.answer("{}")]) { rig in
            try await rig.client.remove(
                ResourceName(.service, "blog", in: "hf-a"), uid: "u", resourceVersion: "7",
                propagation: .foreground)
            let request = await rig.heard(1)[0]
            #expect(request.line == "DELETE /api/v1/namespaces/hf-a/services/blog")
            #expect(
                request.body == [
                    "apiVersion": "v1", "kind": "DeleteOptions",
                    "preconditions": ["uid": "u", "resourceVersion": "7"],
                    "propagationPolicy": "Foreground",
                ])
        }
    }

    @Test func aTicketRemovesItsClaim() async throws {
        try await Rig.answering([Script.answer("{}")]) { rig in
            try await rig.client.removeClaim(
                claim, under: ticket, uid: "u", resourceVersion: "7")
            let request = await rig.heard(1)[0]
            #expect(
                request.line
                    == "DELETE /api/v1/namespaces/hf-a/persistentvolumeclaims/claim-g1")
            #expect(
                request.body?["preconditions"] == ["uid": "u", "resourceVersion": "7"])
        }
    }

    private func volume(of claim: String) -> String {
        Script.answer(#"{"spec":{"claimRef":{"name":"\#(claim)"}}}"#)
    }

    @Test func aTicketGivesTheVolumeOfItsClaimUp() async throws {
        try await Rig.answering([volume(of: "claim-g1"), Script.answer("{}")]) { rig in
            try await rig.client.surrender(
                volume: ResourceName(.persistentVolume, "pv-1"), under: ticket, uid: "v",
                resourceVersion: "7", annotations: ["holdfast/destroy": "v"])
            let request = await rig.heard(2)[1]
            #expect(request.line == "PATCH /api/v1/persistentvolumes/pv-1")
            #expect(request.headers["content-type"] == "application/merge-patch+json")
            #expect(
                request.body == [
                    "metadata": [
                        "uid": "v", "resourceVersion": "7",
                        "annotations": ["holdfast/destroy": "v"],
                    ],
                    "spec": ["persistentVolumeReclaimPolicy": "Delete"],
                ])
        }
    }

    @Test func theVolumeOfAnotherClaimIsNotGivenUp() async throws {
        for other in [volume(of: "claim-g2"), Script.answer(#"{"spec":{}}"#)] {
            try await Rig.answering([other, Script.answer("{}")]) { rig in
                let error = await #expect(throws: KubernetesError.self) {
                    try await rig.client.surrender(
                        volume: ResourceName(.persistentVolume, "pv-1"), under: ticket, uid: "v",
                        resourceVersion: "7")
                }
                #expect(error?.description.contains("claim-g1") == true)
                _ = try? await rig.client.has(.pod)
                #expect(await rig.heard(2).map(\.line)[1] == "GET /api/v1")
            }
        }
    }
}
