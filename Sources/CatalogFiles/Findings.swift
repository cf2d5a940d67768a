/// Collects what is wrong while a catalog is read, so that all of it can be told at once.
final class Findings {
    private(set) var errors: [CatalogError] = []

    func add(_ error: CatalogError) { errors.append(error) }
}
