import Operations
import Wire

extension CatalogReply {
    init(_ standing: CatalogShelf.Standing) {
        self.init(
            folder: standing.source, loadedAt: standing.loadedAt.description,
            services: standing.catalog.services.map(\.name),
            refusedAt: standing.refusal?.at.description, refusal: standing.refusal?.why)
    }
}
