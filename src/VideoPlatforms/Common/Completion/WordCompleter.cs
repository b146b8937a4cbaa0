using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace VideoPlatforms.Common.Completion;

/// <summary>Completes words that begin with the typed text and quotes them if necessary.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = wordToComplete.Trim('\'', '"');
        return Words(commandName, fakeBoundParameters)
            .Where(word => word.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(word => word, StringComparer.OrdinalIgnoreCase)
            .Select(word => new CompletionResult(Quoted(word), word, CompletionResultType.ParameterValue, word));
    }

    /// <summary>Returns the words that are valid for the command as typed so far.</summary>
    private protected abstract IEnumerable<string> Words(string commandName, IDictionary boundParameters);

    // Everything except plain words is quoted, so that PowerShell does not evaluate any part of it.
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.' or '/')
            ? word
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(word)}'";
}
