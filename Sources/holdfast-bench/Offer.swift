import ArgumentParser
import CatalogFiles
import Domain

/// Which service of which catalog everybody has.
struct Offer: ParsableArguments {
    @Option(help: "The folder with the catalog's files.")
    var catalog = "catalog"

    @Option(help: "Which of its services to run.")
    var service = "n8n"

    func load() throws -> (catalog: Catalog, service: CatalogService) {
        let all = try CatalogLoader.load(from: catalog)
        guard let found = all.service(service) else {
            throw Refusal.notFound(kind: "service", id: service)
        }
        return (all, found)
    }
}
