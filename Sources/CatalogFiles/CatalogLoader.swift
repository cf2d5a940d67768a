package import Domain
import FoundationEssentials
import Yams

/// Reads a catalog from a folder of YAML files, one service to a file.
package enum CatalogLoader {
    /// Reads every `.yaml` and `.yml` file directly inside `folder`.
    ///
    /// - Throws: everything that is wrong in all the files, not the first thing only.
    package static func load(from folder: String) throws(CatalogErrors) -> Catalog {
        var files: [String: String] = [:]
        let findings = Findings()
        for name in try names(in: folder) {
            files[name] = contents(of: "\(folder)/\(name)", called: name, findings)
        }
        if files.isEmpty, findings.errors.isEmpty {
            findings.add(
                CatalogError(
                    file: folder,
                    message: "holds no catalog files; put one there, such as isso.yaml."))
        }
        return try read(files, findings)
    }

    /// Reads texts by the names of their files; what `load` does once the files are read.
    package static func read(_ files: [String: String]) throws(CatalogErrors) -> Catalog {
        try read(files, Findings())
    }

    private static func read(
        _ files: [String: String], _ findings: Findings
    ) throws(CatalogErrors) -> Catalog {
        var services: [CatalogService] = []
        var taken: [String: String] = [:]
        for (file, text) in files.sorted(by: { $0.key < $1.key }) {
            guard let root = root(of: text, file, findings),
                let fields = Fields(root, known: CatalogService.keys)
            else { continue }
            let service = CatalogService(reading: fields)
            if let service { services.append(service) }
            guard let name = fields.optional("name"), let text = name.node.string else { continue }
            if let other = taken.updateValue(file, forKey: text) {
                name.refuse("the name “\(text)” is taken by \(other); choose another.")
            }
        }
        guard findings.errors.isEmpty else { throw CatalogErrors(errors: findings.errors) }
        return Catalog(services: services)
    }

    static func names(in folder: String) throws(CatalogErrors) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
            }
        } catch {
            throw CatalogErrors(errors: [
                CatalogError(
                    file: folder,
                    message: "cannot be read as a folder; give the catalog's folder.")
            ])
        }
    }

    private static func contents(
        of path: String, called name: String, _ findings: Findings
    ) -> String? {
        guard let data = FileManager.default.contents(atPath: path) else {
            findings.add(
                CatalogError(
                    file: name,
                    message: "cannot be read; check that it is a file, and its permissions."))
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            findings.add(
                CatalogError(
                    file: name, line: 1, column: 1, message: "is not UTF-8 text; save it so."))
            return nil
        }
        return text
    }

    private static func root(of text: String, _ file: String, _ findings: Findings) -> Item? {
        do {
            if let node = try Parser(yaml: text).singleRoot() {
                return Item(label: "service", file: file, node: node, findings: findings)
            }
            findings.add(
                CatalogError(
                    file: file, line: 1, column: 1,
                    message: "is empty; describe one service, beginning with “name: …”."))
        } catch let error as YamlError {
            findings.add(error.error(in: file, text: text))
        } catch {
            findings.add(CatalogError(file: file, line: 1, column: 1, message: "\(error)"))
        }
        return nil
    }
}
