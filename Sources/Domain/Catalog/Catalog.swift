/// Everything that can be subscribed to.
package struct Catalog: Equatable, Sendable {
    package var services: [CatalogService]

    package init(services: [CatalogService]) {
        self.services = services.sorted { $0.name < $1.name }
    }

    package func service(_ name: String) -> CatalogService? {
        services.first { $0.name == name }
    }
}
