using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Errors;
using VideoPlatforms.Common;

namespace VideoPlatforms.AllPlatforms.Accounts;

/// <summary>Collects what is wrong with an accounts file. If anything is, nothing is connected.</summary>
/// <param name="path">The path of the file.</param>
internal sealed class AccountProblems(string path)
{
    private const int MaxShown = 10;

    private readonly List<(int Line, string Text)> _problems = [];
    private bool _hasSecret;

    /// <summary>Adds a problem of the file as a whole.</summary>
    public void Add(int line, string problem) => _problems.Add((line, CommandMessages.AccountsProblem.With(line, problem)));

    /// <summary>Adds a problem of an account.</summary>
    public void Add(AccountRow row, int line, string problem) => _problems.Add((line, CommandMessages.AccountsProblemOfEntry.With(line, row.Number, problem)));

    /// <summary>Adds a secret. Its value is not part of the problem.</summary>
    public void AddSecret(AccountRow? row, int line, string key)
    {
        _hasSecret = true;
        var problem = CommandMessages.AccountsSecret.With(Shown(key));
        if (row is null)
        {
            Add(line, problem);
        }
        else
        {
            Add(row, line, problem);
        }
    }

    /// <summary>Returns a name from the file in a form that can be displayed.</summary>
    public static string Shown(string text) => ErrorText.SanitizeForDisplay(text, 80);

    /// <summary>Throws if there is any problem.</summary>
    /// <exception cref="CommandException">There is one.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count == 0)
        {
            return;
        }

        var shown = _problems.OrderBy(problem => problem.Line).Take(MaxShown).Select(problem => problem.Text);
        var message = CommandMessages.AccountsInvalid.With(path, string.Join(" ", shown));
        throw _hasSecret
            ? new CommandException("VideoPlatforms.AccountsFileSecret", PlatformErrorCategory.InvalidData, message, CommandMessages.AccountsSecretDo)
            : new CommandException("VideoPlatforms.AccountsFileInvalid", PlatformErrorCategory.InvalidData, message, CommandMessages.AccountsInvalidDo);
    }
}
