import ArgumentParser
import Wire

/// `holdfast profiles`
struct ProfileCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "Servers and habits under names of your own.",
        discussion: """
            They are kept in holdfast/config.yaml in $XDG_CONFIG_HOME, else in ~/.config, which \
            may be changed by hand. An option goes before the environment, that before the \
            profile. Logins are kept elsewhere, one for each server.
            """,
        subcommands: [ProfileList.self, ProfileUse.self, ProfileAdd.self, ProfileRemove.self],
        defaultSubcommand: ProfileList.self)
}

/// A command that works on the configuration file alone, and asks no server.
protocol ProfileCommand: AsyncParsableCommand {
    func perform(on file: ProfileFile, in surroundings: Surroundings) throws
}

extension ProfileCommand {
    func run() async throws {
        let surroundings = Surroundings.current
        do {
            try perform(
                on: ProfileFile(environment: surroundings.environment), in: surroundings)
        } catch let failure as Failure {
            let color = ColorChoice(environment: surroundings.environment) ?? .auto
            surroundings.tell(failure, as: .table, color)
            throw ExitCode(failure.status.rawValue)
        }
    }
}

/// `holdfast profiles list`
struct ProfileList: ProfileCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the profiles; the one in force has a star.")

    @Option(name: .shortAndLong, help: "“table” for people, “json” for programs.")
    var output: ClientOptions.Format = .table

    func perform(on file: ProfileFile, in surroundings: Surroundings) throws {
        let book = try file.load()
        let chosen = book.chosen(option: nil, environment: surroundings.environment)
        let text: String
        if output == .json {
            text = try ProfileList.json(book, chosen).pretty
        } else {
            let color = ColorChoice(environment: surroundings.environment) ?? .auto
            text = ProfileList.table(book, chosen, file.path, surroundings.paint(color))
        }
        surroundings.terminal.writeLine(text)
    }

    private static func table(
        _ book: ProfileBook, _ chosen: String?, _ path: String, _ paint: Paint
    ) -> String {
        guard !book.profiles.isEmpty else {
            return "There are no profiles in \(path). To make one: "
                + "holdfast profiles add NAME --server URL"
        }
        return Table(
            ["", "PROFILE", "SERVER", "OUTPUT", "COLOR", "WAIT"],
            book.profiles.sorted { $0.key < $1.key }.map { name, profile in
                [
                    name == chosen ? "*" : "", name, profile.server ?? "",
                    profile.output?.rawValue ?? "", profile.color?.rawValue ?? "",
                    profile.wait.map(String.init) ?? "",
                ]
            }
        ).text(paint)
    }

    private static func json(_ book: ProfileBook, _ chosen: String?) -> JSONValue {
        let profiles = book.profiles.mapValues { profile in
            let values: [String: JSONValue?] = [
                "server": profile.server.map(JSONValue.string),
                "output": profile.output.map { .string($0.rawValue) },
                "color": profile.color.map { .string($0.rawValue) },
                "wait": profile.wait.map(JSONValue.bool),
            ]
            return JSONValue.object(values.compactMapValues(\.self))
        }
        return .object([
            "profile": chosen.map(JSONValue.string) ?? .null, "profiles": .object(profiles),
        ])
    }
}

/// `holdfast profiles use`
struct ProfileUse: ProfileCommand {
    static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Use a profile from now on, unless another is named.")

    @Argument(help: "The profile's name.", completion: .profiles)
    var name: String

    func perform(on file: ProfileFile, in surroundings: Surroundings) throws {
        try file.change { book throws(Failure) in
            _ = try book.profile(name)
            book.current = name
        } by: {
            $0.use(name)
        }
        surroundings.terminal.writeLine("From now on the profile \(name) is used.")
    }
}

/// `holdfast profiles add`
struct ProfileAdd: ProfileCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a profile.")

    @Argument(help: "The profile's name: letters, digits, dots, hyphens, underscores.")
    var name: String

    @Option(help: ArgumentHelp("The server's address.", valueName: "url"))
    var server: String?

    @Option(name: .shortAndLong, help: "“table” for people, “json” for programs.")
    var output: ClientOptions.Format?

    @Option(help: "Whether to write in colours.")
    var color: ColorChoice?

    @OptionGroup var waiting: WaitOptions

    func perform(on file: ProfileFile, in surroundings: Surroundings) throws {
        guard ProfileBook.isName(name) else {
            throw Failure.usage(
                "“\(name)” is no name. Write letters, digits, dots, hyphens and underscores.")
        }
        let profile = Profile(
            server: try server.map { try ServerAddress.normal($0) }, output: output, color: color,
            wait: waiting.wait)
        try file.change { book throws(Failure) in
            guard book.profiles[name] == nil else {
                throw .refused(
                    "There is a profile \(name) already. Remove it first, or change it in "
                        + file.path)
            }
            book.profiles[name] = profile
        } by: {
            $0.add(name, profile)
        }
        surroundings.terminal.writeLine(
            "The profile \(name) is made. To use it: --profile \(name), or from now on: "
                + "holdfast profiles use \(name)")
    }
}

/// `holdfast profiles remove`
struct ProfileRemove: ProfileCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Forget a profile. The login at its server stays.")

    @Argument(help: "The profile's name.", completion: .profiles)
    var name: String

    func perform(on file: ProfileFile, in surroundings: Surroundings) throws {
        try file.change { book throws(Failure) in
            _ = try book.profile(name)
            book.profiles[name] = nil
            if book.current == name { book.current = nil }
        } by: {
            $0.remove(name)
        }
        surroundings.terminal.writeLine("The profile \(name) is gone.")
    }
}
