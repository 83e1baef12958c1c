# What each step of a template is for, and what to do and to ask there
stage-method-prospecting = Find out whether this company could need us, and reach somebody who will talk. The aim is a first conversation, not a sale.
stage-playbook-prospecting =
    - Write down why this company, and why now.
    - Find two people who feel the problem, not only one.
    - Ask: “How do you handle this today, and what does it cost you?”
    - End every call with a day for the next one.
stage-method-qualification = Decide together whether it is worth going on: a problem that matters, money, somebody who decides, and a date by which it must be solved.
stage-playbook-qualification =
    - Ask: “What happens if you change nothing?”
    - Ask who else must agree, and who pays.
    - Agree on the date by which a solution must be in use, and why that one.
    - No pain or no budget? Say so kindly and close the deal as lost.
stage-method-demo-or-meeting = Show how the customer’s own problem is solved. Everything that does not speak to it is left out.
stage-playbook-demo-or-meeting =
    - Before: ask what they want to have seen by the end.
    - Show at most three things, each with their own numbers.
    - Ask: “Could you see your team working like this?”
    - Before you part: who decides next, on what, and when.
stage-method-proposal = Put in writing what was agreed by word: the aim, the price, the way there. A proposal should surprise nobody.
stage-playbook-proposal =
    - Go through it in a talk; don’t only send it.
    - Begin with their aim and what it is worth to them.
    - Ask: “What would keep you from saying yes?”
    - Set the day on which they answer.
stage-method-negotiation-and-commitment = Settle what is still open and get a clear yes. Nothing is given without something in return.
stage-playbook-negotiation-and-commitment =
    - List all open points first, then talk about each.
    - For every concession ask for one: term, volume, date, reference.
    - Know who signs, and what legal and purchasing need.
    - Ask for the decision in plain words, then be silent.
stage-method-won = Note what was promised and why they bought, so that whoever takes over knows.
stage-method-lost = Ask for the true reason and write down what to do otherwise next time. Part as friends.
stage-method-post-purchase = Hand over so that the first success comes soon. A customer who uses what they bought stays and tells others.
stage-playbook-post-purchase =
    - Introduce whoever looks after them from now on.
    - Agree on what counts as the first success, and by when.
    - After 30 days ask what is missing.
    - Ask who else could need this.
stage-method-preparation = Know the company, the person and their likely aim before you speak. Ten minutes here save three calls.
stage-playbook-preparation =
    - Read their latest news and what changed for them.
    - Look up who decides and who has been in touch with us.
    - Write down the one result this talk should bring.
    - Prepare three questions and one story of a customer like them.
stage-method-approach = Open the conversation: win the right to ask questions by having something to say that concerns them.
stage-playbook-approach =
    - Begin with why you call them, in one sentence.
    - Ask how things are done today, and listen.
    - Ask what a better way would be worth.
    - Agree on the next talk and who should be there.
stage-method-presentation = Lead from their need to our solution, and from features to what they bring.
stage-playbook-presentation =
    - Repeat in their words what they told you.
    - Present the three benefits that count for them.
    - Prove each: a number, a reference, a trial.
    - Ask after each part: “How would that work for you?”
stage-method-handling-objections = An objection is a question that has not been answered yet. Hear it out, find what lies behind it, answer that.
stage-playbook-handling-objections =
    - Listen to the end; then ask what makes them say so.
    - Ask: “Is that all that holds you back?”
    - Answer with proof, not with pressure.
    - Write the objection and the answer into the deal.
stage-method-closing = Ask for the decision. Who has followed so far wants to be led over the last step.
stage-playbook-closing =
    - Sum up what was agreed, point by point.
    - Ask: “Shall we begin on the first of next month?”
    - Have contract, contacts and start date at hand.
    - If not yet: what is missing, and by when?
stage-method-follow-up = Keep the promise and the contact. The next sale begins here.
stage-playbook-follow-up =
    - Call within a week: does all work as promised?
    - Ask what result they see already.
    - Ask for a reference or a recommendation.
    - Put the next talk into the calendar.
stage-method-research = Choose well whom to talk to. Learn enough to know why they should care.
stage-playbook-research =
    - Check size, trade and place against our best customers.
    - Find the person who owns the problem.
    - Note one occasion to get in touch: news, a job, an event.
stage-method-call-and-close = One conversation from need to yes: understand, offer, ask.
stage-playbook-call-and-close =
    - Confirm the need and the budget in the first minutes.
    - Offer one solution, not three.
    - Answer what holds them back, then ask for the order.
    - Send the summary the same day.
stage-method-relationship = Stay useful after the sale. Who hears from us only when we want to sell listens no more.
stage-playbook-relationship =
    - Talk once a quarter about their aims, not about our prices.
    - Tell them something they can use.
    - Ask who else could need help.
