/// A service that can be subscribed to.
package struct ServiceReply: Codable, Equatable, Sendable {
    package var name: String
    package var title: String
    package var summary: String
    /// Why it is not to be relied on yet.
    package var experimental: String?
    package var image: String
    package var volumes: [VolumeTemplateReply]
    package var variants: [VariantReply]

    package init(
        name: String, title: String, summary: String, experimental: String? = nil, image: String,
        volumes: [VolumeTemplateReply], variants: [VariantReply]
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.experimental = experimental
        self.image = image
        self.volumes = volumes
        self.variants = variants
    }
}
