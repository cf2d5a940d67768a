import Conformance
import Domain
import Foundation
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// What must never be sent. Each of these would be answered, were it sent.
struct GuardTests {
    private let claim = ResourceName(.persistentVolumeClaim, "claim-g1", in: "hf-a")
    private let volume = ResourceName(.persistentVolume, "pv-1")
    private var ticket: DestructionTicket {
        .forTest(ClaimName("claim-g1"), uid: ClaimUID("u"))
    }

    /// Runs `body`, which must be refused, and sees that nothing was sent.
    private func nothingIsSent(
        _ body: (KubernetesClient) async throws -> Void,
        at place: SourceLocation = #_sourceLocation
    ) async throws {
        try await Rig.answering([Script.answer("{}")]) { rig in
            let error = await #expect(throws: KubernetesError.self, sourceLocation: place) {
                try await body(rig.client)
            }
            guard case .impossible? = error else {
                Issue.record("\(String(describing: error))", sourceLocation: place)
                return
            }
            _ = try? await rig.client.has(.pod)
            #expect(await rig.heard(1)[0].line == "GET /api/v1", sourceLocation: place)
        }
    }

    @Test func whatDataDependsOnIsNotRemoved() async throws {
        let other = ResourceKind("Other", plural: "persistentvolumeclaims")
        let names = [
            claim, volume, ResourceName(.namespace, "hf-a"), ResourceName(other, "a", in: "hf-a"),
        ]
        for name in names {
            try await nothingIsSent { try await $0.remove(name, uid: "u", resourceVersion: "1") }
        }
    }

    @Test func whatWasNotLookedAtIsNotRemoved() async throws {
        try await nothingIsSent {
            try await $0.remove(ResourceName(.pod, "a", in: "b"), uid: "")
        }
        try await nothingIsSent {
            try await $0.removeClaim(claim, under: ticket, uid: "", resourceVersion: "1")
        }
        try await nothingIsSent {
            try await $0.removeClaim(claim, under: ticket, uid: "u", resourceVersion: "")
        }
        for (uid, version) in [("", "1"), ("u", "")] {
            try await nothingIsSent {
                try await $0.surrender(
                    volume: volume, under: ticket, uid: uid, resourceVersion: version)
            }
        }
    }

    @Test func aTicketIsGoodForItsClaimOnly() async throws {
        let names = [
            ResourceName(.persistentVolumeClaim, "claim-g2", in: "hf-a"),
            ResourceName(.persistentVolume, "claim-g1"), ResourceName(.namespace, "claim-g1"),
        ]
        for name in names {
            try await nothingIsSent {
                try await $0.removeClaim(name, under: ticket, uid: "u", resourceVersion: "1")
            }
        }
        try await nothingIsSent {
            try await $0.surrender(
                volume: claim, under: ticket, uid: "u", resourceVersion: "1")
        }
    }

    @Test func onlyATicketGivesAVolumeUp() async throws {
        let patch: JSONValue = ["spec": ["persistentVolumeReclaimPolicy": "Delete"]]
        try await nothingIsSent {
            let _: JSONValue = try await $0.merge(patch, into: volume, manager: "m")
        }
        try await nothingIsSent {
            let _: JSONValue = try await $0.apply(patch, to: volume, manager: "m")
        }
        try await nothingIsSent {
            let _: JSONValue = try await $0.create(patch, at: volume, manager: "m")
        }
    }

    /// Without a name the path would be that of all objects of the kind.
    @Test(arguments: ["", ".", "..", "a/b", "a%2Fb"]) func oneNameIsOneObject(
        _ name: String
    ) async throws {
        try await nothingIsSent {
            try await $0.remove(ResourceName(.pod, name, in: "hf-a"), uid: "u")
        }
        try await nothingIsSent {
            try await $0.remove(ResourceName(.pod, "a", in: name), uid: "u")
        }
        let kind = ResourceKind("Pod", plural: name)
        try await nothingIsSent {
            try await $0.remove(ResourceName(kind, "a", in: "hf-a"), uid: "u")
        }
    }

    @Test func anObjectWithoutItsNamespaceIsNone() async throws {
        try await nothingIsSent { try await $0.remove(ResourceName(.pod, "a"), uid: "u") }
    }

    @Test func oneFileCanRemove() throws {
        let sender = ["KubernetesClient+Sending.swift"]
        #expect(try files { $0.contains(/\.DELETE|"DELETE"/) } == sender)
        #expect(try files { $0.contains(/transport\.send\(/) } == sender)
        let transport = ["Transport/HTTPTransport.swift"]
        #expect(try files { $0.contains(/HTTPClientRequest\(/) } == transport)
    }

    /// Of the client, in which this is said.
    private func files(where isSaid: (String) -> Bool) throws -> [String] {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/KubernetesAPI")
        return try FileManager.default.subpathsOfDirectory(atPath: sources.path())
            .filter { $0.hasSuffix(".swift") }
            .filter { isSaid(try String(contentsOf: sources.appending(path: $0), encoding: .utf8)) }
    }
}
