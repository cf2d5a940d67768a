import Domain
import Wire

extension ServiceReply {
    init(_ service: CatalogService) {
        self.init(
            name: service.name, title: service.title, summary: service.summary,
            experimental: service.experimental, image: service.image,
            volumes: service.volumes.map {
                VolumeTemplateReply(name: $0.name, mountPath: $0.mountPath)
            },
            variants: service.variants.map { VariantReply($0) })
    }
}

extension VariantReply {
    init(_ variant: Variant) {
        self.init(
            name: variant.name,
            limits: LimitsReply(
                cpu: variant.limits.cpu.description, memory: variant.limits.memory.description,
                processes: variant.limits.processes),
            volumeSizes: variant.volumeSizes.mapValues(\.description),
            graceDays: Int(variant.grace.components.seconds / 86_400))
    }
}
