import Domain
import FoundationEssentials

/// Reads the texts of notices from a folder: a file `KIND.mustache` for each kind.
package enum TemplateLoader {
    /// - Throws: Everything that is wrong in all the files, not the first thing only.
    package static func load(from folder: String) throws(TemplateErrors) -> Templates {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder
        else {
            throw TemplateErrors([
                TemplateError(
                    file: folder,
                    message: "is no folder; give that with the texts of notices: --templates.")
            ])
        }
        return try read { name in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                return .failure(
                    TemplateError(
                        file: name, message: "cannot be read, or is missing in \(folder)."))
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                return .failure(
                    TemplateError(file: name, message: "is not UTF-8 text; save it so."))
            }
            return .success(text)
        }
    }

    /// Reads texts by the names of their files; what `load` does once the files are read.
    static func read(
        _ file: (String) -> Result<String, TemplateError>
    ) throws(TemplateErrors) -> Templates {
        var all: [Notice.Kind: Template] = [:]
        var errors: [TemplateError] = []
        for kind in Notice.Kind.allCases {
            var reader = TemplateReader(kind)
            switch file(reader.file) {
            case .success(let text): all[kind] = reader.read(text)
            case .failure(let error): errors.append(error)
            }
            errors += reader.errors
        }
        guard errors.isEmpty else { throw TemplateErrors(errors) }
        return Templates(all)
    }
}
