/// A volume that every instance of a service gets.
package struct VolumeTemplate: Hashable, Sendable, Codable {
    /// Short, such as `data`; part of the claim's name.
    package var name: String
    package var mountPath: String
    /// Who must own the root of the volume, where the service does not see to it itself.
    package var owner: FileOwner?
    /// Where volumes come from in a cluster; `nil` means the engine's default.
    package var storageClass: String?
    package var accessMode: String

    package init(
        name: String, mountPath: String, owner: FileOwner? = nil, storageClass: String? = nil,
        accessMode: String = "ReadWriteOnce"
    ) {
        self.name = name
        self.mountPath = mountPath
        self.owner = owner
        self.storageClass = storageClass
        self.accessMode = accessMode
    }
}
