/// A volume, attached or kept.
package struct VolumeReply: Codable, Equatable, Sendable {
    package var id: String
    package var name: String
    package var generation: Int
    /// `attached`, `retired` or `destroyed`.
    package var state: String
    package var volumeClaimName: String
    /// `Pending`, `Bound` or `Lost`.
    package var volumeStatus: String
    package var volumeSize: String
    /// Whether the volume can hold no more than that; else the size is advisory. Absent in the
    /// answers of servers that cannot tell.
    package var sizeEnforced: Bool?
    /// How many bytes it held when it was last measured; absent while it never was.
    package var used: Int64?
    package var volumeMountPath: String
    package var storageClass: String?
    package var accessMode: String
    package var createdAt: String
    package var retiredAt: String?
    /// When a retired volume is destroyed unless the reset is undone.
    package var keptUntil: String?
    package var destroyedAt: String?

    package init(
        id: String, name: String, generation: Int, state: String, volumeClaimName: String,
        volumeStatus: String, volumeSize: String, sizeEnforced: Bool? = nil,
        used: Int64? = nil, volumeMountPath: String,
        storageClass: String? = nil, accessMode: String, createdAt: String,
        retiredAt: String? = nil, keptUntil: String? = nil, destroyedAt: String? = nil
    ) {
        self.id = id
        self.name = name
        self.generation = generation
        self.state = state
        self.volumeClaimName = volumeClaimName
        self.volumeStatus = volumeStatus
        self.volumeSize = volumeSize
        self.sizeEnforced = sizeEnforced
        self.used = used
        self.volumeMountPath = volumeMountPath
        self.storageClass = storageClass
        self.accessMode = accessMode
        self.createdAt = createdAt
        self.retiredAt = retiredAt
        self.keptUntil = keptUntil
        self.destroyedAt = destroyedAt
    }
}
