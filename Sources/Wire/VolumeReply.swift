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
        volumeStatus: String, volumeSize: String, volumeMountPath: String,
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
        self.volumeMountPath = volumeMountPath
        self.storageClass = storageClass
        self.accessMode = accessMode
        self.createdAt = createdAt
        self.retiredAt = retiredAt
        self.keptUntil = keptUntil
        self.destroyedAt = destroyedAt
    }
}
