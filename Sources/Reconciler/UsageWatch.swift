package import Domain
package import Logging

/// Measures how much the volumes hold, and writes down what has changed noticeably.
package struct UsageWatch: Sendable {
    private let store: any Store
    private let engine: any Engine
    private let logger: Logger

    package init(store: any Store, engine: any Engine, logger: Logger) {
        self.store = store
        self.engine = engine
        self.logger = logger
    }

    /// Measures once. What cannot be measured keeps its last measurement.
    package func look() async {
        do {
            let measured = try await engine.usage()
            guard !measured.isEmpty else { return }
            let news = try await store.read { try Self.news(in: measured, $0) }
            guard !news.isEmpty else { return }
            try await store.write { rows in
                for id in news { try Self.record(measured, of: id, rows) }
            }
        } catch {
            guard !Task.isCancelled else { return }
            let why = (error as? EngineFailure)?.message ?? "\(error)"
            logger.info("Cannot measure the volumes", metadata: ["why": "\(why)"])
        }
    }

    /// The instances of which something is to be written.
    private static func news(
        in measured: [ClaimName: ClaimUsage], _ rows: any StoreReader
    ) throws -> [InstanceID] {
        try rows.instanceIDs().filter { id in
            try !changes(measured, of: id, rows).isEmpty
        }
    }

    private static func changes(
        _ measured: [ClaimName: ClaimUsage], of id: InstanceID, _ rows: any StoreReader
    ) throws -> [(volume: Volume, usage: VolumeUsage, known: VolumeUsage?)] {
        let known = try rows.usage(of: id)
        return try rows.volumes(of: id).compactMap { volume in
            guard volume.state != .destroyed, let seen = measured[volume.claim] else {
                return nil
            }
            let last = known.first { $0.volumeID == volume.id }
            var usage = VolumeUsage(
                volumeID: volume.id, instanceID: id, used: seen.used,
                isEnforced: seen.enforcedSize != nil, measuredAt: rows.now)
            usage.isToldFull =
                usage.isFull(of: volume.size)
                || last?.isToldFull ?? false && !usage.hasRoom(of: volume.size)
            if let last, !usage.differsNoticeably(from: last, of: volume.size) { return nil }
            return (volume, usage, last)
        }
    }

    /// Read anew: somebody may have changed the volume since.
    private static func record(
        _ measured: [ClaimName: ClaimUsage], of id: InstanceID, _ rows: any StoreWriter
    ) throws {
        for (volume, usage, known) in try changes(measured, of: id, rows) {
            try rows.save(usage)
            guard volume.state == .attached, usage.isToldFull != known?.isToldFull ?? false
            else { continue }
            try rows.append(
                InstanceEvent(
                    instanceID: id, at: rows.now, severity: usage.isToldFull ? .warning : .info,
                    kind: usage.isToldFull ? "volume-full" : "volume-has-room",
                    message: "Volume \(volume.template.name) "
                        + (usage.isToldFull ? "is full: " : "has room again: ")
                        + "\(usage.used.rounded(of: volume.size))."))
        }
    }
}
