import Foundation
import GRDB
import KubernetesAPI
import TestSupport
import Testing
import Wire

/// Whether what there is, is what the rows say; looked at past Holdfast.
extension Stage {
    /// Waits until nothing is wrong.
    func expectAccounted(
        _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var last: [String] = []
        let end = ContinuousClock.now + Self.patience
        repeat {
            last = try await differences()
            if last.isEmpty { break }
            try await Task.sleep(for: .milliseconds(50))
        } while ContinuousClock.now < end
        #expect(last == [], what, sourceLocation: sourceLocation)
        #expect(try destroyedWithoutTicket() == [], what, sourceLocation: sourceLocation)
        #expect(node.doubleWriters == [], what, sourceLocation: sourceLocation)
    }

    /// In what rows and cluster disagree just now.
    func differences() async throws -> [String] {
        let report: DebugReply = try await admin.get("admin/pods/debug?limit=200&live=true")
        var found = report.items.flatMap(\.disagreements)
        found += report.holds.filter(\.inForce).map { "a hold: \($0.why)" }
        found += (report.strays + report.unknown).map { "nobody's: \($0.name)" }
        if let trouble = report.trouble { found.append(trouble) }
        let kept = report.items.flatMap(\.volumes).filter { $0.state != "destroyed" }
        found += try await differences(of: Set(kept.map(\.volumeClaimName)))
        found += try await differences(among: report.items)
        if isHasty {
            found += kept.filter { $0.state == "retired" }.map { "kept: \($0.volumeClaimName)" }
        }
        return found
    }

    /// Claims, volumes and bytes: just those that rows know.
    private func differences(of names: Set<String>) async throws -> [String] {
        let claims: [PersistentVolumeClaim] = try await all(.persistentVolumeClaim)
        let volumes = try await cluster.client.list(
            .persistentVolume, as: PersistentVolume.self
        ).items.filter { $0.spec.claimRef?.namespace == namespace }
        var found: [String] = []
        if Set(claims.map(\.metadata.name)) != names {
            found.append("rows \(names.sorted()), claims \(claims.map(\.metadata.name).sorted())")
        }
        found += claims.filter { !$0.isBound || $0.metadata.isTerminating }
            .map { "\($0.metadata.name) is \($0.status?.phase ?? "nothing")" }
        let bound = Set(claims.compactMap(\.spec.volumeName))
        if Set(volumes.map(\.metadata.name)) != bound || node.handles != bound {
            found.append(
                "claims of \(bound.sorted()), volumes \(volumes.map(\.metadata.name).sorted()), "
                    + "bytes \(node.handles.sorted())")
        }
        found += volumes.filter { !$0.isRetained }.map { "\($0.metadata.name) is not retained" }
        found += claims.compactMap(mark)
        return found
    }

    /// Marks the bytes of a claim once, and finds the mark again for as long as it lives.
    private func mark(_ claim: PersistentVolumeClaim) -> String? {
        guard let volume = claim.spec.volumeName, node.handles.contains(volume) else { return nil }
        let name = claim.metadata.name
        let marked = node.change(volume) { bytes -> String in
            bytes["claim"] = bytes["claim"] ?? name
            return bytes["claim"] ?? ""
        }
        return marked == name ? nil : "\(name) has the bytes of \(marked)"
    }

    /// Each service that is not given up has one set, on the attached volumes; nothing else is
    /// left of the others.
    private func differences(among services: [DebugInstanceReply]) async throws -> [String] {
        let living = services.filter { $0.wish.uppercased() != "ERASED" }
        let names = Set(living.map(\.name))
        var found: [String] = []
        for kind in [ResourceKind.statefulSet, .secret, .service, .networkPolicy] {
            let present = try await all(kind, as: JSONValue.self).compactMap { object in
                object["metadata"]?["labels"]?["holdfast/instance"] == nil
                    ? nil : object["metadata"]?["name"]?.text
            }
            if present.sorted() != names.sorted() {
                found.append("\(kind.plural) \(present.sorted()), services \(names.sorted())")
            }
        }
        return found
    }

    private func all<Body: Decodable & Sendable>(
        _ kind: ResourceKind, as type: Body.Type = Body.self
    ) async throws -> [Body] {
        try await cluster.client.list(kind, in: namespace, as: type).items
    }

    /// The claims whose bytes are gone, and whose ticket was never redeemed.
    func destroyedWithoutTicket() throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let database = try DatabaseQueue(
            path: "\(install.data)/holdfast.db", configuration: configuration)
        let redeemed = try database.read { rows in
            try String.fetchSet(
                rows, sql: "SELECT claim FROM tickets WHERE state IN ('begun', 'spent')")
        }
        return node.destroyed.filter { !redeemed.contains($0) }
    }
}
