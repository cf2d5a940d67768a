import ArgumentParser

/// `holdfast completions`
struct CompletionCommand: ParsableCommand {
    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish

        var known: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print what lets a shell complete these commands.",
        discussion: """
            bash (with the package bash-completion):
              mkdir -p ~/.local/share/bash-completion/completions
              holdfast completions bash > ~/.local/share/bash-completion/completions/holdfast
            zsh (a folder that is in $fpath before compinit runs):
              holdfast completions zsh > ~/.zfunc/_holdfast
            fish:
              holdfast completions fish > ~/.config/fish/completions/holdfast.fish

            Then open a new shell. Names of services and profiles are completed, too: from the \
            server where you are logged in, within moments or not at all.
            """)

    @Argument(help: "Which shell.")
    var shell: Shell

    func run() { print(Holdfast.completionScript(for: shell.known)) }
}
