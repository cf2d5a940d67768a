import AsyncHTTPClient
package import Domain
import NIOCore
import NIOHTTP1
import Wire

// Whatever removes something is in this file, because `perform` is private to it: nothing else
// in the program can send a DELETE, and only a ticket leads to a claim or to its volume.
extension KubernetesClient {
    /// What becomes of the objects that an object owns.
    package enum Propagation: String, Sendable {
        case background = "Background"
        /// The object itself goes last.
        case foreground = "Foreground"
        case orphan = "Orphan"
    }

    /// Removes one object, if it is still the one that was looked at.
    ///
    /// - Throws: `.impossible` for kinds on which the bytes of customers depend.
    package func remove(
        _ name: ResourceName, uid: String, resourceVersion: String? = nil,
        propagation: Propagation = .background
    ) async throws(KubernetesError) {
        guard !name.kind.holdsData else {
            throw .impossible("\(name) is not removed: data depends on it.")
        }
        try await delete(name, uid: uid, resourceVersion: resourceVersion, propagation)
    }

    /// Removes the claim of the ticket, if it is still the one that was looked at. Its bytes are
    /// gone with it, unless its volume is retained.
    package func removeClaim(
        _ name: ResourceName, under ticket: borrowing DestructionTicket, uid: String,
        resourceVersion: String
    ) async throws(KubernetesError) {
        guard name.kind == .persistentVolumeClaim, name.name == ticket.claim.rawValue else {
            throw .impossible("The ticket for \(ticket.claim) is none for \(name).")
        }
        guard !resourceVersion.isEmpty else {
            throw .impossible("\(name) is not removed without having been looked at.")
        }
        try await delete(name, uid: uid, resourceVersion: resourceVersion, .background)
    }

    /// Gives the volume of the ticket's claim to its provisioner to destroy: the point of no
    /// return. It must be bound to that claim or released from it, and still be the one that was
    /// looked at.
    ///
    /// - Parameter annotations: What is written on the volume in the same moment.
    package func surrender(
        volume name: ResourceName, under ticket: borrowing DestructionTicket, uid: String,
        resourceVersion: String, annotations: [String: String] = [:]
    ) async throws(KubernetesError) {
        guard name.kind == .persistentVolume, !uid.isEmpty, !resourceVersion.isEmpty else {
            throw .impossible("\(name) is not given up without having been looked at.")
        }
        let volume = try await get(name, as: VolumeBond.self)
        guard volume.spec.claimRef?.name == ticket.claim.rawValue else {
            throw .impossible("The ticket for \(ticket.claim) is none for \(name).")
        }
        let patch: JSONValue = [
            "metadata": [
                "uid": .string(uid), "resourceVersion": .string(resourceVersion),
                "annotations": .object(annotations.mapValues { .string($0) }),
            ],
            "spec": ["persistentVolumeReclaimPolicy": "Delete"],
        ]
        _ = try await perform(
            Call(
                .PATCH, try name.path(), body: Call.Body(patch, .mergePatch),
                isRepeatable: true))
    }

    private struct VolumeBond: Decodable, Sendable {
        struct Spec: Decodable { var claimRef: Claim? }
        struct Claim: Decodable { var name: String? }
        var spec: Spec
    }

    private func delete(
        _ name: ResourceName, uid: String, resourceVersion: String?, _ propagation: Propagation
    ) async throws(KubernetesError) {
        guard !uid.isEmpty else {
            throw .impossible("\(name) is not removed without having been looked at.")
        }
        var conditions: JSONValue = ["uid": .string(uid)]
        if let resourceVersion { conditions["resourceVersion"] = .string(resourceVersion) }
        let options: JSONValue = [
            "apiVersion": "v1", "kind": "DeleteOptions", "preconditions": conditions,
            "propagationPolicy": .string(propagation.rawValue),
        ]
        _ = try await perform(
            Call(
                .DELETE, try name.path(), body: Call.Body(options, .json),
                isRepeatable: true))
    }
}

extension KubernetesClient {
    enum MediaType: String {
        case json = "application/json"
        case mergePatch = "application/merge-patch+json"
        // JSON is YAML, and every server takes it under this name.
        case apply = "application/apply-patch+yaml"
    }

    func read(
        _ path: String, query: [(String, String)] = []
    ) async throws(KubernetesError) -> ByteBuffer {
        try await perform(Call(.GET, path, query: query, isRepeatable: true))
    }

    func post(
        _ body: JSONValue, to path: String, query: [(String, String)] = [],
        isRepeatable: Bool = false
    ) async throws(KubernetesError) -> ByteBuffer {
        try await perform(
            Call(
                .POST, path, query: query, body: Call.Body(body, .json),
                isRepeatable: isRepeatable))
    }

    func patch(
        _ path: String, with body: JSONValue, as type: MediaType, query: [(String, String)] = [],
        isRepeatable: Bool
    ) async throws(KubernetesError) -> ByteBuffer {
        try await perform(
            Call(
                .PATCH, path, query: query, body: Call.Body(body, type),
                isRepeatable: isRepeatable))
    }

    /// Begins a stream.
    func open<Decoder: StreamDecoder>(
        _ path: String, query: [(String, String)], _ patience: Patience, _ decoder: Decoder
    ) async throws(KubernetesError) -> KubernetesStream<Decoder> {
        let call = Call(.GET, path, query: query, isRepeatable: true, patience: patience)
        let server = configuration.server
        return try await perform(call) { response in
            KubernetesStream(response.body, decoder, at: server)
        }
    }

    private func perform(_ call: Call) async throws(KubernetesError) -> ByteBuffer {
        try await perform(call) { response in try await response.body.collect(upTo: 256 << 20) }
    }

    private func perform<Answer: Sendable>(
        _ call: Call, _ take: @Sendable (HTTPClientResponse) async throws -> Answer
    ) async throws(KubernetesError) -> Answer {
        try await paced(call.lane, isRepeatable: call.isRepeatable) { proof throws(Setback) in
            do {
                let response = try await transport.send(call, as: proof)
                try await refuse(response)
                return try await take(response)
            } catch {
                throw Setback(error, at: configuration.server)
            }
        }
    }
}
