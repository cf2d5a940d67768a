/// The last measurement of a volume; rewritten only when it changes noticeably.
package struct VolumeUsage: Equatable, Sendable {
    package var volumeID: VolumeID
    package var instanceID: InstanceID
    package var used: Bytes
    /// Whether the engine keeps the volume from growing beyond its size.
    package var isEnforced: Bool
    /// Whether its owner has been told that it is full, and it has not had room since.
    package var isToldFull: Bool
    package var measuredAt: Instant

    package init(
        volumeID: VolumeID, instanceID: InstanceID, used: Bytes, isEnforced: Bool,
        isToldFull: Bool = false, measuredAt: Instant
    ) {
        self.volumeID = volumeID
        self.instanceID = instanceID
        self.used = used
        self.isEnforced = isEnforced
        self.isToldFull = isToldFull
        self.measuredAt = measuredAt
    }

    /// Whether a volume of that size has no room left to speak of: 95 % where the size is
    /// enforced, else more than the size.
    package func isFull(of size: Bytes) -> Bool {
        isEnforced ? used.share(of: size) >= 95 : used > size
    }

    /// Whether there is room again, so that the next time it is full is news.
    package func hasRoom(of size: Bytes) -> Bool { used.share(of: size) < 90 }

    /// Whether it says something else than `known`: a hundredth of the size, or a mebibyte.
    package func differsNoticeably(from known: VolumeUsage, of size: Bytes) -> Bool {
        let step = max(1, min(1 << 20, size.count / 100))
        return isEnforced != known.isEnforced || isToldFull != known.isToldFull
            || abs(used.count - known.used.count) >= step
    }
}

extension Bytes {
    /// How many hundredths of `size` this is; whole ones.
    fileprivate func share(of size: Bytes) -> Int64 {
        size.count > 0 ? Int64(Double(count) / Double(size.count) * 100) : 100
    }
}
