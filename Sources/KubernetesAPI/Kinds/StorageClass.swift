package import Wire

/// Where volumes come from, as far as it is looked at here.
package struct StorageClass: Decodable, Equatable, Sendable {
    package var metadata: ObjectMeta
    package var provisioner: String
    package var parameters: [String: String]?
    package var reclaimPolicy: String?
    package var volumeBindingMode: String?
    package var allowVolumeExpansion: Bool?
    package var mountOptions: [String]?
    package var allowedTopologies: JSONValue?

    /// Whether the bytes of a claim stay when the claim goes.
    package var keepsBytes: Bool { reclaimPolicy == "Retain" }

    /// Whether claims that name no class get this one.
    package var isDefault: Bool {
        metadata.annotations?["storageclass.kubernetes.io/is-default-class"] == "true"
    }
}
