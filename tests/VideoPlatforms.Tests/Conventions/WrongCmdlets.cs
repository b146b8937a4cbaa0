using System.Management.Automation;
using Polly;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>A verb of one's own.</summary>
[Cmdlet("Fetch", "PolyvVideo", SupportsPaging = true)]
public sealed class WrongVerb : Cmdlet;

/// <summary>A noun that any module might use.</summary>
[Cmdlet(VerbsCommon.Get, "Video", SupportsPaging = true)]
public sealed class WrongPrefix : Cmdlet;

/// <summary>More than one of it.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvVideos", SupportsPaging = true)]
public sealed class WrongNumber : Cmdlet;

/// <summary>Keeps to itself what it writes.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvWrong")]
public sealed class WrongOutput : Cmdlet;

/// <summary>Changes without a question, a word or a pipeline.</summary>
[Cmdlet(VerbsCommon.Set, "PolyvWrong")]
public sealed class WrongChange : Cmdlet;

/// <summary>Deletes as if it were nothing.</summary>
[Cmdlet(VerbsCommon.Remove, "PolyvWrong", SupportsShouldProcess = true)]
public sealed class WrongDeletion : Cmdlet;

/// <summary>Lists all or nothing, of whatever session.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvWrong")]
public sealed class WrongList : Cmdlet;

/// <summary>Leaves a secret in everybody's history.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvWrong")]
public sealed class WrongSecret : Cmdlet
{
    [Parameter]
    public string? SecretKey { get; set; }
}

/// <summary>Shows, two steps away, the type of a library.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvWrong")]
[OutputType(typeof(Carrier))]
public sealed class WrongTypes : Cmdlet
{
    public sealed class Carrier
    {
        public IReadOnlyList<ResilienceContext>? Contexts { get; init; }
    }
}
