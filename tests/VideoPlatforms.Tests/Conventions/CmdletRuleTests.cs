using System.Management.Automation;
using System.Reflection;
using System.Security;
using System.Text.RegularExpressions;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>Conventions for all cmdlets. For each rule, a cmdlet that violates it is detected.</summary>
public sealed class CmdletRuleTests
{
    private static readonly string[] ApprovedVerbs =
    [
        .. new[]
        {
            typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle),
            typeof(VerbsOther), typeof(VerbsSecurity),
        }.SelectMany(group => group.GetFields().Where(field => field.IsLiteral)).Select(field => (string)field.GetValue(null)!),
    ];

    private static readonly Regex SecretName = new("(Secret|Password|Token|Key|Credential|AuthorizationText)$");

    [Fact]
    public void Manifest_exports_every_cmdlet_and_nothing_else()
    {
        var exported = Regex.Matches(File.ReadAllText(Repository.ModuleManifest), "^ +'([A-Z][a-z]+-[A-Za-z]+)'\r?$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        Assert.Equal(CmdletFacts.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal), exported);
    }

    [Fact]
    public void Verbs_are_approved() =>
        Rule(cmdlet => ApprovedVerbs.Contains(cmdlet.Verb), typeof(WrongVerb));

    [Fact]
    public void Nouns_start_with_a_platform() =>
        Rule(cmdlet => cmdlet.HasPlatformPrefix, typeof(WrongPrefix));

    [Fact]
    public void Nouns_are_singular() =>
        Rule(cmdlet => !cmdlet.Noun.EndsWith('s'), typeof(WrongNumber));

    [Fact]
    public void Output_types_are_declared() =>
        Rule(cmdlet => !cmdlet.HasOutput || cmdlet.Outputs.Count > 0, typeof(WrongOutput));

    [Fact]
    public void Every_change_supports_ShouldProcess() =>
        Rule(cmdlet => !cmdlet.Writes || cmdlet.AsksBefore, typeof(WrongChange));

    [Fact]
    public void Every_deletion_has_high_ConfirmImpact() =>
        Rule(cmdlet => cmdlet.Verb != "Remove" || cmdlet.IsOfHighImpact, typeof(WrongDeletion));

    [Fact]
    public void Every_list_supports_paging() =>
        Rule(cmdlet => !cmdlet.Lists || cmdlet.Pages, typeof(WrongList));

    [Fact]
    public void Every_list_has_PageSize_and_ThrottleLimit() =>
        Rule(cmdlet => !cmdlet.Lists || (cmdlet.Parameter("PageSize") is not null && cmdlet.Parameter("ThrottleLimit") is not null), typeof(WrongList));

    [Fact]
    public void Every_change_has_PassThru() =>
        Rule(
            cmdlet => !cmdlet.Writes || (cmdlet.Parameter("PassThru")?.PropertyType == typeof(SwitchParameter) && cmdlet.Outputs.Contains(typeof(VideoOperationResult))),
            typeof(WrongChange));

    [Fact]
    public void Every_change_accepts_its_items_from_the_pipeline() =>
        Rule(cmdlet => !cmdlet.Writes || cmdlet.TakesFromPipeline, typeof(WrongChange));

    [Fact]
    public void Every_call_has_a_Session_parameter() =>
        Rule(
            cmdlet => !cmdlet.Calls || cmdlet.Parameter("Video") is not null || cmdlet.Parameter("Session")?.PropertyType is { } type && (type == typeof(VideoPlatformSession) || type == typeof(VideoPlatformSession[])),
            typeof(WrongList));

    [Fact]
    public void Secrets_are_not_plain_text() =>
        Rule(cmdlet => cmdlet.Parameters.Where(parameter => SecretName.IsMatch(parameter.Name)).All(IsSecure), typeof(WrongSecret));

    [Fact]
    public void Types_of_libraries_are_not_exposed() =>
        Rule(cmdlet => !ShownTypes.Of(cmdlet).Any(ShownTypes.IsForeign), typeof(WrongTypes));

    private static bool IsSecure(PropertyInfo parameter) =>
        parameter.PropertyType == typeof(SecureString) || parameter.PropertyType == typeof(PSCredential);

    private static void Rule(Func<CmdletFacts, bool> isKept, Type wrong)
    {
        Assert.NotEmpty(CmdletFacts.All);
        Assert.Empty(CmdletFacts.All.Where(cmdlet => !isKept(cmdlet)).Select(cmdlet => cmdlet.Name));
        Assert.False(isKept(new(wrong)), $"The rule does not see what is wrong with {wrong.Name}.");
    }
}
