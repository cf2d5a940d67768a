/// What a full volume could become: the other variants of its service.
package struct LargerVariants: Equatable, Sendable {
    private var variants: [Variant]

    /// None; for a service that the catalog no longer has.
    package init() { variants = [] }

    package init(of service: CatalogService?) { variants = service?.variants ?? [] }

    /// The smallest that gives the volume more room, for people: `Plus (500 MiB)`.
    package func words(for volume: Volume) -> String? {
        let sizes = variants.compactMap { variant in
            variant.volumeSizes[volume.template.name].map { (variant.name, $0) }
        }
        let next = sizes.filter { $0.1 > volume.size }.min { $0.1 < $1.1 }
        return next.map { "\($0.0) (\($0.1.rounded))" }
    }
}
